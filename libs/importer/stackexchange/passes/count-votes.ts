import type { FoundPost } from './find-posts.js';
import type { ImportRun } from './run.js';

export interface CastVote {
  id: number;
  post: FoundPost;
  isUp: boolean;
  createdAt: Date;
}

/** Adds new votes to the counters of their posts. */
export async function countVotes(run: ImportRun, votes: CastVote[]): Promise<void> {
  await run.database.query(
    `update post set up_count = up_count + ups, down_count = down_count + downs
       from (select post_id, count(*) filter (where is_up) as ups, count(*) filter (where not is_up) as downs
               from unnest($1::bigint[], $2::boolean[]) as cast_vote (post_id, is_up) group by post_id) as counted
      where post.id = post_id`,
    [votes.map(({ post }) => post.postId), votes.map(({ isUp }) => isUp)],
  );
  await refreshAnswered(
    run,
    votes.map(({ post }) => post.questionId),
  );
}

/** Whether questions count as answered, after the votes or marks of their answers have changed. */
export async function refreshAnswered(run: ImportRun, questionIds: number[]): Promise<void> {
  await run.database.query(
    `update post set is_answered = state.is_answered
       from (select question.id, exists (select from post as answer
                                          where answer.question_id = question.id and answer.kind = 'answer'
                                            and answer.deleted_at is null
                                            and (score > 0 or accepted_at is not null or official_at is not null)
                                        ) as is_answered
               from post as question where id = any($1)) as state
      where post.id = state.id and post.is_answered <> state.is_answered`,
    [[...new Set(questionIds)]],
  );
}
