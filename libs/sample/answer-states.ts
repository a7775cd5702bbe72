import type { Database } from '#libs/platform';
import { awardsForAlsoSolved } from '#libs/reputation';
import type { Award } from '#libs/reputation';
import type { Cast } from './cast.js';
import type { WrittenAnswer } from './posts.js';
import { history } from './reactions.js';
import type { Timeline } from './timeline.js';

/** What is said of answers beside that they are accepted or official, and what it is worth. */
export async function writeAnswerStates(
  database: Database,
  cast: Cast,
  timeline: Timeline,
  answers: readonly WrittenAnswer[],
): Promise<Award[]> {
  await writeReplacements(database, cast, timeline, answers);
  return writeAlsoSolved(database, timeline, answers);
}

async function writeAlsoSolved(
  database: Database,
  timeline: Timeline,
  answers: readonly WrittenAnswer[],
): Promise<Award[]> {
  const awards: Award[] = [];
  for (const written of answers) {
    const { alsoSolvedAfter } = written.answer;
    if (alsoSolvedAfter === undefined) continue;
    const at = timeline.hoursAfter(written.createdAt, alsoSolvedAfter);
    await database.query(
      `update post set also_solved_at = $2, also_solved_by = $3, also_solved_revision = $4 where id = $1`,
      [written.id, at, written.askerId, written.revision],
    );
    await noteActivity(database, written, at);
    const people = { askerId: written.askerId, markedBy: written.askerId };
    awards.push(...history(awardsForAlsoSolved(written, people), at));
  }
  return awards;
}

async function writeReplacements(
  database: Database,
  cast: Cast,
  timeline: Timeline,
  answers: readonly WrittenAnswer[],
): Promise<void> {
  for (const newer of answers) {
    const { replaces } = newer.answer;
    if (!replaces) continue;
    const older = answers.find(
      ({ questionId, answer }) => questionId === newer.questionId && answer.by === replaces.answerOf,
    );
    if (!older) throw new Error(`${replaces.answerOf} has no answer that another could replace`);
    const at = timeline.hoursAfter(newer.createdAt, replaces.after);
    await database.query(
      `update post
          set superseded_by = $2, superseded_at = $3, superseded_marked_by = $4, superseded_revision = $5,
              superseded_reason = $6
        where id = $1`,
      [older.id, newer.id, at, cast.of(replaces.by).id, older.revision, replaces.reason],
    );
    await noteActivity(database, newer, at);
  }
}

async function noteActivity(database: Database, { questionId }: WrittenAnswer, at: Date): Promise<void> {
  await database.query(`update post set last_activity_at = greatest(last_activity_at, $2) where id = $1`, [
    questionId,
    at,
  ]);
}
