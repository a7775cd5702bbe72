import type { SqlCheck } from '../check.js';

const notices = `select count(*) as rows from notice`;

const subjects: SqlCheck = {
  name: 'subjects of notices',
  promise: 'A notice says of what it is about whether it is a question or an answer.',
  counts: notices,
  finds: `
    select n.id, format('notice %s (%s) calls %s %s a %s', n.id, n.kind, p.kind, p.id, n.subject_kind) as example
      from notice n join post p on p.id = n.subject_id where p.kind <> n.subject_kind`,
  mends: {
    table: 'notice',
    sql: `update notice n set subject_kind = p.kind from post p where p.id = n.subject_id and n.id = any($1)`,
  },
};

const ofErased: SqlCheck = {
  name: 'notices of erased accounts',
  promise: 'Nothing is kept of what somebody was told whose account was erased.',
  counts: notices,
  finds: `
    select n.id, format('notice %s (%s) was told to erased account %s', n.id, n.kind, a.id) as example
      from notice n join account a on a.id = n.account_id where a.erased_at is not null`,
  mends: { table: 'notice', sql: `delete from notice where id = any($1)` },
};

export const noticeChecks = [subjects, ofErased];
