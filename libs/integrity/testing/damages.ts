/** Some vote that earned somebody points, and its place in the ledger. */
const AN_UPVOTE = `(select v.id from vote v join post p on p.id = v.post_id where v.value = 1 order by v.id limit 1)`;
const AN_ACCEPTED = `(select id from post where accepted_at is not null order by id limit 1)`;
const AN_OFFICIAL = `(select id from post where official_at is not null order by id limit 1)`;
const A_QUESTION = `(select id from post where kind = 'question' and answer_count > 0 order by id limit 1)`;
const AN_ANSWER = `(select id from post where kind = 'answer' and deleted_at is null order by id limit 1)`;
const AN_ARTICLE = `(select id from article where status = 'PUBLISHED' order by id limit 1)`;

/** One that was settled and never added. */
const AN_INTENT = `
  insert into intent (id, session, locale, holdout, started_at, last_at, settled_at, outcome)
  values (gen_random_uuid(), gen_random_uuid(), 'en', false, now(), now(), now(), 'ABANDONED')`;

/** What goes wrong, by which statement, which check finds it, and whether it can be mended. */
export type Damage = [what: string, sql: string, check: string, isMended: boolean];

export const damages: Damage[] = [
  [
    'a vote was counted twice',
    `update post set up_count = up_count + 1 where id = ${AN_ANSWER}`,
    'votes of posts',
    true,
  ],
  [
    'a downvote was not counted',
    `update post set down_count = down_count + 3 where id = ${A_QUESTION}`,
    'votes of posts',
    true,
  ],
  [
    'a comment was not counted',
    `update post set comment_count = comment_count + 1 where id = ${AN_ANSWER}`,
    'comments of posts',
    true,
  ],
  [
    'an article is not kept under its address',
    `delete from article_slug where article_id = ${AN_ARTICLE}`,
    'addresses of articles',
    true,
  ],
  [
    'an article has lost the answers it was made of',
    `delete from article_source where article_id = ${AN_ARTICLE}`,
    'answers behind articles',
    false,
  ],
  [
    'a gap was answered and nobody knows when',
    `insert into knowledge_gap (stems, language, words, title, first_at, last_at, state, article_id, answered_at)
     select '{lost}', 'en', '{lost}', 'lost', now(), now(), 'DONE', id, now() from article where id = ${AN_ARTICLE}`,
    'answered gaps',
    false,
  ],
  [
    'an article was published and its gap not answered',
    `insert into knowledge_gap (stems, language, words, title, first_at, last_at, state, assignee_id, article_id)
     select '{left}', 'en', '{left}', 'left', now(), now(), 'TAKEN', (select min(id) from account), id
       from article where id = ${AN_ARTICLE}`,
    'answered gaps',
    false,
  ],
  [
    'a version was reviewed that never was',
    `insert into article_review (article_id, version, state) values (${AN_ARTICLE}, 99, 'REQUESTED')`,
    'reviews of articles',
    false,
  ],
  [
    'a published article is to be published',
    `insert into article_schedule (article_id, publish_at, scheduled_by)
     select id, now(), (select min(id) from account) from article where id = ${AN_ARTICLE}`,
    'scheduled articles',
    true,
  ],
  [
    'somebody affected was not counted',
    `insert into question_affected (question_id, account_id)
     select q.id, min(a.id) from post q join account a on a.id <> q.author_id where q.id = ${A_QUESTION} group by q.id`,
    'people affected',
    true,
  ],
  [
    'the asker was counted as affected',
    `with said as (insert into question_affected (question_id, account_id)
                   select id, author_id from post where id = ${A_QUESTION})
     update post set affected_count = affected_count + 1 where id = ${A_QUESTION}`,
    'people affected',
    true,
  ],
  [
    'an answer was counted twice',
    `update post set answer_count = answer_count + 1 where id = ${A_QUESTION}`,
    'answers of questions',
    true,
  ],
  [
    'a question forgot that it is answered',
    `update post set is_answered = not is_answered where id = ${A_QUESTION}`,
    'answers of questions',
    true,
  ],
  [
    'a question forgot that it is solved',
    `update post set has_accepted = not has_accepted where id = ${A_QUESTION}`,
    'answers of questions',
    true,
  ],
  [
    'a post is behind its revisions',
    `insert into post_revision (post_id, number, body) select id, 2, body from post where id = ${AN_ANSWER}`,
    'revisions of posts',
    true,
  ],
  [
    'a text was changed past its revisions',
    `update post set body = body || ' (changed)' where id = ${AN_ANSWER}`,
    'text of posts',
    false,
  ],
  [
    'a mark names a revision to come',
    `update post set accepted_revision = 9 where id = ${AN_ACCEPTED}`,
    'marks of answers',
    false,
  ],
  [
    'a tag counts a question too many',
    `update tag set question_count = question_count + 1 where name = 'valve'`,
    'questions of tags',
    true,
  ],
  [
    'an article counts a reader too many',
    `update article set helpful_count = helpful_count + 1 where id = ${AN_ARTICLE}`,
    'feedback on articles',
    true,
  ],
  [
    'an article is ahead of its versions',
    `update article set latest_version = 3 where id = ${AN_ARTICLE}`,
    'versions of articles',
    true,
  ],
  [
    'readers see what no version says',
    `update article set title = title || '!' where id = ${AN_ARTICLE}`,
    'text of articles',
    true,
  ],
  [
    'a source thinks its article is archived',
    `update article_source set is_live = false where article_id = ${AN_ARTICLE}`,
    'sources of articles',
    true,
  ],
  [
    'a candidate is not listed',
    `delete from promotion_candidate where answer_id = (select min(answer_id) from promotion_candidate)`,
    'promotion candidates',
    true,
  ],
  ['an intent is missing from its day', AN_INTENT, 'days of intents', true],
  [
    'an article was opened more often than intents tell',
    `with seen as (${AN_INTENT} returning started_at)
     insert into intent_subject_day (day, subject_kind, subject_id, opened, solved, asked)
     select (started_at at time zone 'UTC')::date, 'article', 1, 3, 0, 0 from seen`,
    'what was opened',
    true,
  ],
  [
    'reputation was edited',
    `update account set reputation = reputation + 1000 where username = 'boilerbob'`,
    'reputation',
    true,
  ],
  [
    'a vote earned nothing',
    `delete from reputation_entry where cause = 'vote:' || (select min(id) from vote where value = -1)`,
    'votes in the ledger',
    true,
  ],
  [
    'an entry is gone from the middle of a day',
    `delete from reputation_entry where cause = 'vote:' || ${AN_UPVOTE}`,
    'daily cap',
    false,
  ],
  ['a withdrawn vote still earns', `delete from vote where id = ${AN_UPVOTE}`, 'votes in the ledger', true],
  [
    'an acceptance earned nothing',
    `delete from reputation_entry where cause = 'accept:' || ${AN_ACCEPTED}`,
    'acceptances in the ledger',
    true,
  ],
  [
    'a mark earned nothing',
    `delete from reputation_entry where cause = 'official:' || ${AN_OFFICIAL}`,
    'official marks in the ledger',
    true,
  ],
  [
    'an answer that solved it too earned nothing',
    `update post set also_solved_at = now() where id = (
       select a.id from post a join post q on q.id = a.question_id
        where a.accepted_at is null and a.author_id <> q.author_id and a.deleted_at is null order by a.id limit 1)`,
    'answers that solved it too in the ledger',
    true,
  ],
  [
    'a mark that was taken away still earns',
    `update post set official_at = null, official_by = null, official_revision = null where id = ${AN_OFFICIAL}`,
    'official marks in the ledger',
    true,
  ],
  [
    'an article earned nothing',
    `delete from reputation_entry where cause like 'promotion:%'`,
    'promotions in the ledger',
    true,
  ],
  [
    'an article that nobody sees still earns',
    `update article set status = 'DRAFT' where id = ${AN_ARTICLE}`,
    'promotions in the ledger',
    true,
  ],
  [
    'a day has less than its upvotes are worth',
    `update reputation_entry set points_of_day = points_of_day + 300, delta = 0
      where id = (select min(id) from reputation_entry where is_capped)`,
    'daily cap',
    false,
  ],
  [
    'the last entry of a day is gone',
    `delete from reputation_entry where id = (select max(id) from reputation_entry where is_capped)`,
    'votes in the ledger',
    true,
  ],
  [
    'a reversal takes back more than was given',
    `insert into reputation_entry (account_id, delta, points, reason, post_id, cause, reverses_id, earned_on)
     select account_id, -99, -99, 'REVERSAL', post_id, cause, id, earned_on
       from reputation_entry where reason = 'ANSWER_ACCEPTED' order by id limit 1`,
    'reversals',
    false,
  ],
  [
    'a post applies to versions in reverse',
    `update post_applicability a set from_version_id = (select id from product_version where product_id = a.product_id order by ordinal desc limit 1),
            to_version_id = (select id from product_version where product_id = a.product_id order by ordinal limit 1)`,
    'versions of posts',
    false,
  ],
  [
    'nobody was told of a version',
    `update product_version set announced_at = null, released_on = current_date - 30`,
    'releases of versions',
    false,
  ],
  [
    'an answer hangs on an answer',
    `update post set question_id = (select max(id) from post where kind = 'answer') where id = ${AN_ANSWER}`,
    'belonging',
    false,
  ],
  [
    'the only admin is gone',
    `update account set is_founder = true where username = 'petra-k'`,
    'somebody in charge',
    false,
  ],
];
