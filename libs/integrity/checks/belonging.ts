import type { SqlCheck } from '../check.js';

/** Foreign keys say that something is there; these say that it is of the right kind. */
const ORPHANS = `
  select a.id, format('answer %s belongs to answer %s', a.id, a.question_id) as example
    from post a join post q on q.id = a.question_id where q.kind <> 'question'
  union all
  select pt.post_id, format('answer %s carries tag %s', pt.post_id, pt.tag_id)
    from post_tag pt join post p on p.id = pt.post_id where p.kind <> 'question'
  union all
  select l.question_id, format('link %s joins %s %s with %s %s', l.id, p.kind, p.id, t.kind, t.id)
    from question_link l join post p on p.id = l.question_id join post t on t.id = l.target_id
   where p.kind <> 'question' or t.kind <> 'question'
  union all
  select d.question_id, format('draft %s answers answer %s', d.id, d.question_id)
    from draft d join post p on p.id = d.question_id where p.kind <> 'question'
  union all
  select s.answer_id, format('article %s was made from question %s', s.article_id, s.answer_id)
    from article_source s join post p on p.id = s.answer_id where p.kind <> 'answer'
  union all
  select r.answer_id, format('question %s has a rating of its helper', r.answer_id)
    from helper_rating r join post p on p.id = r.answer_id where p.kind <> 'answer'`;

const kinds: SqlCheck = {
  name: 'belonging',
  promise: 'Answers, tags, links, drafts, articles and ratings hang on things of the right kind.',
  counts: `
    select (select count(*) from post where kind = 'answer') + (select count(*) from post_tag)
         + (select count(*) from question_link) + (select count(*) from article_source)
         + (select count(*) from helper_rating) as rows`,
  finds: ORPHANS,
};

const admins: SqlCheck = {
  name: 'somebody in charge',
  promise: 'A site that was founded has an ADMIN.',
  counts: `select count(*) as rows from account where is_founder`,
  finds: `
    select id, format('%s founded the site, and nobody is ADMIN', username) as example
      from account where is_founder and not exists (select from account where role = 'ADMIN' and erased_at is null)`,
};

export const belongingChecks = [kinds, admins];
