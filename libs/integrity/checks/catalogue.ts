import type { SqlCheck } from '../check.js';

const rangesRunForward: SqlCheck = {
  name: 'versions of posts',
  promise: 'What a post applies to begins with a version that is no newer than the one that it ends with.',
  counts: `select count(*) as rows from post_applicability`,
  finds: `
    select a.post_id as id, format('post %s applies to %s %s to %s', a.post_id, p.name, f.name, t.name) as example
      from post_applicability a
      join product p on p.id = a.product_id
      join product_version f on f.id = a.from_version_id
      join product_version t on t.id = a.to_version_id
     where f.ordinal > t.ordinal`,
};

/** A day's grace: the job runs once a day, and where nobody works off jobs, other checks say so. */
const releasesAreTold: SqlCheck = {
  name: 'releases of versions',
  promise: 'A version that is out was announced to those who look after what is written.',
  counts: `select count(*) as rows from product_version`,
  finds: `
    select v.id, format('%s %s is out since %s', p.name, v.name, coalesce(v.released_on, v.created_at::date)) as example
      from product_version v join product p on p.id = v.product_id
     where v.announced_at is null
       and coalesce(v.released_on, (v.created_at at time zone 'utc')::date) < (now() at time zone 'utc')::date - 1`,
};

export const catalogueChecks = [rangesRunForward, releasesAreTold];
