import { refreshAnswered } from './count-votes.js';
import { recordAcceptances } from './ledger.js';
import type { ImportRun } from './run.js';

/**
 * Of these answers, which are to be accepted still, and which are so already. The others are not what the dump calls the
 * accepted answer of their question, or the question has found another one here.
 */
export async function findAcceptable(
  run: ImportRun,
  answerIds: number[],
): Promise<Map<number, 'open' | 'accepted'>> {
  const rows = await run.database.query<{ answerId: number; isAccepted: boolean }>(
    `select answer.id as "answerId", answer.accepted_at is not null as "isAccepted"
       from post as answer
       join import_post as imported_answer on imported_answer.post_id = answer.id
       join import_post as imported_question on imported_question.post_id = answer.question_id
       join post as question on question.id = answer.question_id
      where answer.id = any($1) and imported_answer.source_id = $2 and imported_question.source_id = $2
        and (answer.accepted_at is not null
             or (imported_question.is_to_accept and imported_question.accepted_key = imported_answer.source_key
                 and answer.deleted_at is null and answer.also_solved_at is null and not question.has_accepted))`,
    [answerIds, run.source.id],
  );
  return new Map(rows.map(({ answerId, isAccepted }) => [answerId, isAccepted ? 'accepted' : 'open']));
}

export interface Acceptance {
  answerId: number;
  at: Date;
}

/** Accepts answers in the name of their askers, who did so where the dump comes from. */
export async function acceptAnswers(run: ImportRun, acceptances: Acceptance[]): Promise<void> {
  if (acceptances.length === 0) return;
  const accepted = await run.database.query<AcceptedAnswer>(
    `with accepted as (
       update post as answer
          set accepted_at = accepting.at, accepted_by = question.author_id, accepted_revision = answer.revision
         from unnest($1::bigint[], $2::timestamptz[]) as accepting (answer_id, at), post as question
        where answer.id = answer_id and question.id = answer.question_id
       returning answer.id, answer.question_id, answer.author_id, question.author_id as asker_id, accepting.at
     ), marked as (
       update post set has_accepted = true from accepted where post.id = accepted.question_id
     ), noted as (
       update import_post set is_to_accept = false from accepted where post_id = accepted.question_id
     )
     select id as "answerId", question_id as "questionId", author_id as "authorId", asker_id as "askerId", at
       from accepted`,
    [acceptances.map(({ answerId }) => answerId), acceptances.map(({ at }) => at)],
  );
  await refreshAnswered(
    run,
    accepted.map(({ questionId }) => questionId),
  );
  await recordAcceptances(run, accepted);
}

export interface AcceptedAnswer {
  answerId: number;
  questionId: number;
  authorId: number | null;
  askerId: number | null;
  at: Date;
}

const AT_ONCE = 500;

/**
 * Accepts what the dump calls accepted without a vote that says when: as if at the moment when the answer was written.
 * Gives the keys of questions whose accepted answer is not among their answers.
 */
export async function acceptUndated(run: ImportRun): Promise<{ undated: number; missing: number[] }> {
  const missing: number[] = [];
  let undated = 0;
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    run.signal?.throwIfAborted();
    const open = await run.database.query<OpenAcceptance>(
      `select imported.source_key as "questionKey", answer.id as "answerId", answer.created_at as at,
              question.has_accepted or answer.also_solved_at is not null as "isSettled"
         from import_post as imported
         join post as question on question.id = imported.post_id
         left join import_post as imported_answer
           on imported_answer.source_id = imported.source_id and imported_answer.source_key = imported.accepted_key
         left join post as answer
           on answer.id = imported_answer.post_id and answer.question_id = question.id and answer.deleted_at is null
        where imported.source_id = $1 and imported.is_to_accept and imported.source_key > $2
        order by imported.source_key limit $3`,
      [run.source.id, after, AT_ONCE],
    );
    const acceptances = open.flatMap(({ answerId, at, isSettled }) =>
      answerId === null || at === null || isSettled ? [] : [{ answerId, at }],
    );
    await run.database.transaction(() => acceptAnswers(run, acceptances));
    undated += acceptances.length;
    missing.push(...open.flatMap(({ questionKey, answerId }) => (answerId === null ? [questionKey] : [])));
    if (open.length < AT_ONCE) return { undated, missing };
    after = open.at(-1)?.questionKey ?? after;
  }
}

interface OpenAcceptance {
  questionKey: number;
  answerId: number | null;
  at: Date | null;
  isSettled: boolean;
}
