import type { Database } from '#libs/platform';

/**
 * Everything that an import has written, told by the keys of the dump, so that two sites that were filled in different ways
 * can be compared.
 */
export async function siteState(database: Database): Promise<Record<string, unknown[]>> {
  const read = async (sql: string) =>
    (await database.query<{ line: unknown }>(`select to_jsonb(t) as line from (${sql}) t`)).map(
      ({ line }) => line,
    );
  return {
    people: await read(`
      select source_key, username, display_name, about, account.created_at, reputation
        from import_user join account on account.id = account_id order by source_key`),
    posts: await read(`
      select i.source_key, kind, title, body, body_html, excerpt, locale, p.revision, up_count, down_count, comment_count,
             answer_count, view_count, is_answered, has_accepted, created_at, edited_at, last_activity_at, accepted_at,
             accepted_revision, u.source_key as author, a.source_key as accepted_by, q.source_key as question,
             array(select name from post_tag join tag on tag.id = tag_id where post_id = p.id order by position) as tags
        from import_post i join post p on p.id = i.post_id
        left join import_user u on u.account_id = p.author_id
        left join import_user a on a.account_id = p.accepted_by
        left join import_post q on q.post_id = p.question_id
       order by i.source_key`),
    revisions: await read(`
      select i.source_key, number, u.source_key as author, created_at, reason, title, tags, body
        from post_revision r join import_post i using (post_id) left join import_user u on u.account_id = r.author_id
       order by i.source_key, number`),
    comments: await read(`
      select c.source_key, i.source_key as post, u.source_key as author, body, body_html, created_at
        from import_comment c join comment on comment.id = comment_id join import_post i using (post_id)
        left join import_user u on u.account_id = author_id order by c.source_key`),
    tags: await read(`select name, question_count from tag order by name`),
    links: await read(`
      select f.source_key as "from", t.source_key as "to", kind, created_at
        from question_link join import_post f on f.post_id = question_id join import_post t on t.post_id = target_id
       order by 1, 2, 3`),
    votes: await read(`
      select i.source_key as post, imported_key, value, created_at
        from vote join import_post i using (post_id) order by imported_key`),
    badges: await read(`
      select u.source_key, name, awarded_at, count from badge_award join import_user u using (account_id) order by 1, 2`),
    // What single votes brought of a day that is over its cap depends on their order; the sum of the day does not.
    ledger: await read(`
      select u.source_key, i.source_key as post, reason, earned_on, count(*), sum(points) as points
        from reputation_entry join import_user u using (account_id) left join import_post i using (post_id)
       group by 1, 2, 3, 4 order by 1, 2, 3, 4`),
  };
}

/** Statements that find a broken promise; each must find nothing. */
const PROMISES: Record<string, string> = {
  'votes are counted': `
    select id from post where up_count <> (select count(*) from vote where post_id = post.id and value = 1)
                           or down_count <> (select count(*) from vote where post_id = post.id and value = -1)`,
  'comments are counted': `
    select id from post where comment_count <> (select count(*) from comment where post_id = post.id and deleted_at is null)`,
  'answers are counted': `
    select id from post as q
     where kind = 'question'
       and answer_count <> (select count(*) from post as a where a.question_id = q.id and a.deleted_at is null)`,
  'answered is answered': `
    select id from post as q
     where kind = 'question'
       and (is_answered, has_accepted) <> (
         select coalesce(bool_or(score > 0 or accepted_at is not null), false), coalesce(bool_or(accepted_at is not null), false)
           from post as a where a.question_id = q.id and a.deleted_at is null)`,
  'tags are counted': `select id from tag where question_count <> (select count(*) from post_tag where tag_id = tag.id)`,
  'reputation is the sum of the ledger': `
    select id from account
     where reputation <> coalesce((select sum(delta) from reputation_entry where account_id = account.id), 0)`,
  'the cap of a day is kept exactly': `
    select account_id from reputation_entry where is_capped group by account_id, earned_on
    having sum(delta) <> least(200, sum(points))`,
  'a post says what its newest revision says': `
    select id from post
     where not exists (select from post_revision as r where r.post_id = post.id and r.number = post.revision
                          and r.body = post.body and r.title is not distinct from post.title)
        or revision <> (select count(*) from post_revision as r where r.post_id = post.id)`,
  'nobody votes for themselves or twice': `
    select min(id) from vote where imported_key is not null group by imported_key having count(*) > 1`,
  'nothing is left set aside': `select key from import_history`,
};

/** The promises that do not hold, by name. Empty when all is well. */
export async function brokenPromises(database: Database): Promise<string[]> {
  const broken: string[] = [];
  for (const [promise, sql] of Object.entries(PROMISES)) {
    if ((await database.query(sql)).length > 0) broken.push(promise);
  }
  return broken;
}
