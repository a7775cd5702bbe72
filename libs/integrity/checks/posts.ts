import type { SqlCheck } from '../check.js';

const posts = `select count(*) as rows from post`;
const questions = `select count(*) as rows from post where kind = 'question'`;

const voteCounts: SqlCheck = {
  name: 'votes of posts',
  promise: 'The score of a post is made of its votes, save those that were found invalid.',
  counts: posts,
  finds: `
    select p.id, format('%s %s counts %s up and %s down, there are %s and %s',
                        p.kind, p.id, p.up_count, p.down_count, coalesce(v.up, 0), coalesce(v.down, 0)) as example
      from post p
      left join (select post_id, count(*) filter (where value = 1) as up, count(*) filter (where value = -1) as down
                   from vote where voided_at is null group by post_id) v on v.post_id = p.id
     where p.up_count <> coalesce(v.up, 0) or p.down_count <> coalesce(v.down, 0)`,
  mends: {
    table: 'post',
    sql: `
      update post p set up_count = v.up, down_count = v.down
        from (select wanted.id, count(*) filter (where value = 1) as up, count(*) filter (where value = -1) as down
                from unnest($1::bigint[]) as wanted (id) left join vote on vote.post_id = wanted.id and vote.voided_at is null
               group by wanted.id) v
       where p.id = v.id`,
  },
};

const commentCounts: SqlCheck = {
  name: 'comments of posts',
  promise: 'The number of comments of a post is that of the comments which are not deleted.',
  counts: posts,
  finds: `
    select p.id, format('%s %s counts %s comments, there are %s', p.kind, p.id, p.comment_count, coalesce(c.count, 0))
             as example
      from post p
      left join (select post_id, count(*) from comment where deleted_at is null group by post_id) c on c.post_id = p.id
     where p.comment_count <> coalesce(c.count, 0)`,
  mends: {
    table: 'post',
    sql: `
      update post p set comment_count = c.count
        from (select wanted.id, count(comment.id)
                from unnest($1::bigint[]) as wanted (id)
                left join comment on comment.post_id = wanted.id and comment.deleted_at is null
               group by wanted.id) c
       where p.id = c.id`,
  },
};

const affectedCounts: SqlCheck = {
  name: 'people affected',
  promise: 'A question counts those who have it too, and nobody has their own.',
  counts: questions,
  finds: `
    select p.id, format('%s %s counts %s people affected, there are %s', p.kind, p.id, p.affected_count,
                        coalesce(a.count, 0)) as example
      from post p
      left join (select question_id, count(*) from question_affected group by question_id) a on a.question_id = p.id
     where p.affected_count <> coalesce(a.count, 0) or (p.kind <> 'question' and a.count > 0)
    union all
    select p.id, format('question %s is counted as affecting its asker', p.id)
      from question_affected a join post p on p.id = a.question_id and p.author_id = a.account_id`,
  mends: {
    table: 'post',
    sql: `
      with gone as (
        delete from question_affected a using post p
         where p.id = any($1) and a.question_id = p.id and (p.kind <> 'question' or p.author_id = a.account_id)
        returning a.question_id, a.account_id)
      update post p set affected_count = a.count
        from (select wanted.id, count(kept.account_id)
                from unnest($1::bigint[]) as wanted (id)
                left join question_affected kept on kept.question_id = wanted.id
                 and not exists (select from gone
                                  where (gone.question_id, gone.account_id) = (kept.question_id, kept.account_id))
               group by wanted.id) a
       where p.id = a.id`,
  },
};

/** What a question says about its answers; the same rule as where the forum writes it. */
const ANSWERS = `
  select question_id, count(*) as count,
         bool_or(score > 0 or accepted_at is not null or official_at is not null) as is_answered,
         bool_or(accepted_at is not null) as has_accepted
    from post where kind = 'answer' and deleted_at is null`;

const answerCounts: SqlCheck = {
  name: 'answers of questions',
  promise: 'A question counts its answers, and is answered or solved when one of them says so.',
  counts: questions,
  finds: `
    select q.id, format('question %s says %s answers, answered %s, solved %s; it is %s, %s, %s', q.id,
                        q.answer_count, q.is_answered, q.has_accepted,
                        coalesce(a.count, 0), coalesce(a.is_answered, false), coalesce(a.has_accepted, false)) as example
      from post q left join (${ANSWERS} group by question_id) a on a.question_id = q.id
     where q.kind = 'question'
       and (q.answer_count, q.is_answered, q.has_accepted) is distinct from
           (coalesce(a.count, 0), coalesce(a.is_answered, false), coalesce(a.has_accepted, false))`,
  mends: {
    table: 'post',
    sql: `
      update post q
         set answer_count = coalesce(a.count, 0), is_answered = coalesce(a.is_answered, false),
             has_accepted = coalesce(a.has_accepted, false)
        from unnest($1::bigint[]) as wanted (id)
        left join (${ANSWERS} and question_id = any($1) group by question_id) a on a.question_id = wanted.id
       where q.id = wanted.id`,
  },
};

const revisionNumbers: SqlCheck = {
  name: 'revisions of posts',
  promise: 'Every version of a post is kept, and the post knows the number of the newest one.',
  counts: posts,
  finds: `
    select p.id, format('%s %s is at revision %s; kept are %s, the newest is %s',
                        p.kind, p.id, p.revision, coalesce(r.count, 0), coalesce(r.newest, 0)) as example
      from post p
      left join (select post_id, count(*), max(number) as newest from post_revision group by post_id) r
        on r.post_id = p.id
     where p.revision is distinct from r.newest or r.count <> r.newest`,
  mends: {
    table: 'post',
    // What was lost cannot be made up; a wrong number can be put right.
    sql: `
      update post p set revision = r.newest
        from (select post_id, max(number) as newest from post_revision where post_id = any($1) group by post_id) r
       where p.id = r.post_id and p.revision <> r.newest`,
  },
};

const shownText: SqlCheck = {
  name: 'text of posts',
  promise: 'What a post shows is what its newest revision says.',
  counts: posts,
  finds: `
    select p.id, format('%s %s shows another %s than its revision %s', p.kind, p.id,
                        case when p.body <> r.body then 'text' else 'title' end, p.revision) as example
      from post p join post_revision r on r.post_id = p.id and r.number = p.revision
     where p.body <> r.body or p.title is distinct from r.title`,
};

const marks: SqlCheck = {
  name: 'marks of answers',
  promise: 'What is said of an answer names a revision of it that exists.',
  counts: `
    select count(*) as rows from post
     where coalesce(accepted_at, official_at, also_solved_at, superseded_at) is not null`,
  finds: `
    select p.id, format('answer %s is %s at revision %s of %s', p.id, said.mark, said.revision, p.revision) as example
      from post p
     cross join lateral (values ('accepted', p.accepted_at, p.accepted_revision),
                                ('official', p.official_at, p.official_revision),
                                ('also solving', p.also_solved_at, p.also_solved_revision),
                                ('superseded', p.superseded_at, p.superseded_revision)) as said (mark, at, revision)
     where said.at is not null and coalesce(said.revision, 1) not between 1 and p.revision`,
};

const solutions: SqlCheck = {
  name: 'solutions of questions',
  promise:
    'Four answers at most are marked as also solving a question, and nobody accepts their own for the asker.',
  counts: `select count(*) as rows from post where coalesce(accepted_at, also_solved_at) is not null`,
  finds: `
    select question_id as id, format('question %s has %s answers that also solved it', question_id, count(*)) as example
      from post where also_solved_at is not null group by question_id having count(*) > 4
    union all
    select a.id, format('answer %s is accepted on behalf of the asker by its author or the asker', a.id)
      from post a join post q on q.id = a.question_id
     where a.accepted_on_behalf and a.accepted_by in (a.author_id, q.author_id)`,
};

const successors: SqlCheck = {
  name: 'replaced answers',
  promise: 'An answer is replaced by a younger one to the same question, which is not deleted.',
  counts: `select count(*) as rows from post where superseded_by is not null`,
  finds: `
    select p.id, format('answer %s is replaced by %s, which is older, deleted or of another question', p.id, newer.id)
             as example
      from post p join post newer on newer.id = p.superseded_by
     where newer.question_id is distinct from p.question_id or newer.deleted_at is not null
        or (newer.created_at, newer.id) <= (p.created_at, p.id)`,
  mends: {
    table: 'post',
    sql: `
      update post set superseded_by = null, superseded_at = null, superseded_marked_by = null,
                      superseded_revision = null, superseded_reason = null
       where id = any($1)`,
  },
};

const reminders: SqlCheck = {
  name: 'reminders to accept',
  promise: 'Whoever was reminded to accept an answer is the one who asked.',
  counts: `select count(*) as rows from acceptance_reminder`,
  finds: `
    select q.id, format('account %s was reminded of question %s, which is not theirs', r.asker_id, q.id) as example
      from acceptance_reminder r join post q on q.id = r.question_id
     where q.kind <> 'question' or (q.author_id is not null and q.author_id <> r.asker_id)`,
};

const tagCounts: SqlCheck = {
  name: 'questions of tags',
  promise: 'A tag counts the questions that carry it and are not deleted.',
  counts: `select count(*) as rows from tag`,
  finds: `
    select t.id, format('tag %s counts %s questions, there are %s', t.name, t.question_count, coalesce(c.count, 0))
             as example
      from tag t
      left join (select pt.tag_id, count(*) from post_tag pt join post p on p.id = pt.post_id
                  where p.deleted_at is null group by pt.tag_id) c on c.tag_id = t.id
     where t.question_count <> coalesce(c.count, 0)`,
  mends: {
    table: 'tag',
    sql: `
      update tag t set question_count = c.count
        from (select wanted.id, count(p.id)
                from unnest($1::bigint[]) as wanted (id)
                left join post_tag pt on pt.tag_id = wanted.id
                left join post p on p.id = pt.post_id and p.deleted_at is null
               group by wanted.id) c
       where t.id = c.id`,
  },
};

/** In this order: what is counted of answers depends on their votes. */
export const postChecks = [
  voteCounts,
  commentCounts,
  affectedCounts,
  answerCounts,
  revisionNumbers,
  shownText,
  marks,
  solutions,
  successors,
  reminders,
  tagCounts,
];
