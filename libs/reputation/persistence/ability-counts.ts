/** SQL over everybody: `account_id`, `good`, `bad`. */

/**
 * Posts that helped, against posts that did not. What somebody else accepted or made official is good whatever its
 * score; what those who moderate took away is bad; what nobody has judged counts for nothing.
 */
export const GOOD_POSTS = `
  select account_id, count(*) filter (where is_good) as good, count(*) filter (where is_bad) as bad
    from (
      select author_id as account_id,
             deleted_at is null and (is_vouched_for or score > 0) as is_good,
             case when deleted_at is null then score < 0 and not is_vouched_for
                  else deleted_by <> author_id end as is_bad
        from (select *, coalesce(official_by <> author_id, false)
                     or acceptance_void_case is null and coalesce(accepted_by <> author_id, also_solved_by <> author_id, false) as is_vouched_for
                from post where author_id is not null) as p
    ) as judged
   where is_good or is_bad group by account_id`;

/**
 * Edits of what others wrote: good while they stand, bad once somebody else has brought the former text back.
 */
export const GOOD_EDITS = `
  select account_id, count(*) filter (where not is_undone) as good, count(*) filter (where is_undone) as bad
    from (
      select edit.author_id as account_id,
             exists (
               select from post_revision restored
                 join post_revision former on former.post_id = edit.post_id and former.number = edit.number - 1
                where restored.post_id = edit.post_id and restored.number > edit.number
                  and restored.author_id <> edit.author_id
                  and (restored.title, restored.tags, restored.body)
                      is not distinct from (former.title, former.tags, former.body)) as is_undone
        from post_revision edit join post on post.id = edit.post_id
       where edit.number > 1 and edit.author_id <> post.author_id
    ) as edits
   group by account_id`;
