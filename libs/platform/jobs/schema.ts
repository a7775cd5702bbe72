/** Where pg-boss keeps queues and jobs, in the database of the site. */
export const JOBS_SCHEMA = 'pgboss';
