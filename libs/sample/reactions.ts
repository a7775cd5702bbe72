import { isAtLeast } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { awardsForAcceptance, awardsForOfficialMark, awardsForVote } from '#libs/reputation';
import type { Award } from '#libs/reputation';
import type { Cast, CastMember } from './cast.js';
import type { WrittenAnswer, WrittenPost } from './posts.js';
import { chance } from './timeline.js';
import type { Timeline } from './timeline.js';

interface VoteRow {
  id: number;
  postId: number;
  voterId: number;
  value: 1 | -1;
  createdAt: Date;
}

/** Casts the votes and gives what they are worth. Who votes looks like chance; voting down is for those who may. */
export async function writeVotes(
  database: Database,
  cast: Cast,
  timeline: Timeline,
  posts: readonly WrittenPost[],
): Promise<Award[]> {
  const votes = posts.flatMap((post) => votesOn(post, cast, timeline));
  const rows = await database.query<VoteRow>(
    `insert into vote (post_id, voter_id, value, created_at)
     select * from unnest($1::bigint[], $2::bigint[], $3::smallint[], $4::timestamptz[])
     returning id, post_id as "postId", voter_id as "voterId", value, created_at as "createdAt"`,
    [
      votes.map((vote) => vote.postId),
      votes.map((vote) => vote.voterId),
      votes.map((vote) => vote.value),
      votes.map((vote) => vote.createdAt),
    ],
  );
  await database.query(
    `update post p set up_count = v.up, down_count = v.down
       from (select post_id, count(*) filter (where value = 1) as up, count(*) filter (where value = -1) as down
               from vote where post_id = any($1) group by post_id) v
      where p.id = v.post_id`,
    [posts.map((post) => post.id)],
  );
  const byId = new Map(posts.map((post) => [post.id, post]));
  return rows.flatMap(({ postId, createdAt, ...vote }) =>
    history(awardsForVote(byId.get(postId)!, vote), createdAt),
  );
}

function votesOn(post: WrittenPost, cast: Cast, timeline: Timeline): Omit<VoteRow, 'id'>[] {
  const others = cast.everybody
    .filter((member) => member.id !== post.authorId)
    .sort((a, b) => rank(post, a) - rank(post, b));
  const against = others.filter((member) => isAtLeast(member.role, 'SUPERUSER')).slice(0, post.down);
  const inFavour = others.filter((member) => !against.includes(member)).slice(0, post.up);
  const vote = (value: 1 | -1) => (member: CastMember) => ({
    postId: post.id,
    voterId: member.id,
    value,
    createdAt: timeline.between(latest(post.createdAt, member.joinedAt), rank(post, member)),
  });
  return [...inFavour.map(vote(1)), ...against.map(vote(-1))];
}

function rank(post: WrittenPost, member: CastMember): number {
  // By the order of things, not by their numbers: those depend on what the site held before.
  return chance(`${post.createdAt.getTime() - member.joinedAt.getTime()}`);
}

/** What acceptances and official marks are worth. */
export function awardsForMarks(answers: readonly WrittenAnswer[]): Award[] {
  return answers.flatMap((answer) => [
    ...(answer.acceptedAt ? history(awardsForAcceptance(answer, answer.askerId), answer.acceptedAt) : []),
    ...(answer.official
      ? history(awardsForOfficialMark(answer, answer.official.by), answer.official.at)
      : []),
  ]);
}

/** What askers gave to those who helped them. */
export async function writeRatings(
  database: Database,
  timeline: Timeline,
  answers: readonly WrittenAnswer[],
): Promise<void> {
  for (const { id, answer, authorId, askerId, createdAt, acceptedAt } of answers) {
    if (!answer.stars) continue;
    await database.query(
      `insert into helper_rating (answer_id, helper_id, rater_id, stars, solved, clear, courteous, comment,
                                  is_remark_shared, created_at, updated_at)
       values ($1, $2, $3, $4::smallint, $4::smallint >= 3, $4::smallint >= 4, true, $5, true, $6, $6)`,
      [
        ...[id, authorId, askerId, answer.stars.given, answer.stars.comment ?? null],
        timeline.hoursAfter(acceptedAt ?? createdAt, 0.2),
      ],
    );
  }
  await database.query(
    `update account a set helper_rating_sum = a.helper_rating_sum + r.sum, helper_rating_count = a.helper_rating_count + r.count
       from (select helper_id, sum(stars), count(*) from helper_rating where answer_id = any($1) group by helper_id) r
      where a.id = r.helper_id`,
    [answers.map(({ id }) => id)],
  );
}

/** Dated when it was earned, as the rest of the sample is. */
export function history(awards: Award[], earnedAt: Date): Award[] {
  return awards.map((award) => ({ ...award, earnedAt, isHistory: true }));
}

function latest(...times: Date[]): Date {
  return new Date(Math.max(...times.map((time) => time.getTime())));
}
