import { Accounts, RoleChanged, Sessions } from '#libs/accounts';
import type { Actor, Role } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import type { Telling } from '#libs/notifications';
import { DomainEvents, Idempotency, RateLimits } from '#libs/platform';
import type { Database } from '#libs/platform';
import { RuleSetStore, RuleSets } from '#libs/reputation';
import type { RuleSet } from '#libs/reputation';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { SuperuserCriteria } from '../application/criteria.js';
import { Invitations } from '../application/invitations.js';
import { Nominations } from '../application/nominations.js';
import { ProgrammeRecord } from '../application/programme-record.js';
import { Terms } from '../application/terms.js';
import { ProgrammeQueries } from '../persistence/programme.queries.js';
import { ProgrammeStore } from '../persistence/programme.store.js';
import { SuperuserStandingStore } from '../persistence/standing.store.js';

/** A database of one's own with the programme over it, wired as the application wires it. Notices are noted only. */
export class ProgrammeOffice {
  static async open(): Promise<ProgrammeOffice> {
    return new ProgrammeOffice(await createTestDatabase({ poolSize: 16 }));
  }

  readonly database: Database;
  readonly make: Builders;
  readonly accounts: Accounts;
  readonly nominations: Nominations;
  readonly invitations: Invitations;
  readonly terms: Terms;
  readonly criteria: SuperuserCriteria;
  readonly queries: ProgrammeQueries;
  readonly roleChanges: RoleChanged[] = [];
  /** What people were told, in order; also what a transaction told that failed afterwards. */
  readonly told: Telling[] = [];

  private constructor(private readonly db: TestDatabase) {
    const { database } = db;
    this.database = database;
    this.make = new Builders(database);
    const events = new DomainEvents();
    events.on(RoleChanged, (change) => void this.roleChanges.push(change));
    this.accounts = new Accounts(database, events, new Sessions(database));
    const ruleSets = new RuleSets(database, new RuleSetStore(database));
    const limits = new RateLimits(database.dataSource, false);
    const store = new ProgrammeStore(database);
    const standings = new SuperuserStandingStore(database);
    const record = new ProgrammeRecord(new Audit(database));
    const notices = {
      tellAll: (tellings: readonly Telling[]) => {
        this.told.push(...tellings);
        return Promise.resolve();
      },
    };
    const { accounts } = this;
    this.nominations = new Nominations(accounts, store, record, limits, new Idempotency(database));
    this.invitations = new Invitations(database, accounts, ruleSets, store, record, notices);
    this.terms = new Terms(database, accounts, ruleSets, store, standings, record, notices, events);
    this.criteria = new SuperuserCriteria(database, accounts, ruleSets, standings, notices, limits);
    this.queries = new ProgrammeQueries(database);
  }

  close(): Promise<void> {
    return this.db.drop();
  }

  staff(): Promise<Actor> {
    return this.make.member({ role: 'STAFF' });
  }

  /** Somebody who was invited and has accepted. */
  async superuser(): Promise<Actor> {
    const person = await this.make.member();
    await this.invitations.invite(await this.staff(), person.accountId, {});
    await this.invitations.accept(person);
    return person;
  }

  async roleOf({ accountId }: Actor): Promise<Role | undefined> {
    const row = await this.database.one<{ role: Role }>(`select role from account where id = $1`, [
      accountId,
    ]);
    return row?.role;
  }

  /** What became of somebody's invitations and terms, the oldest first, such as "ACCEPTED" and "ended COMPLETED". */
  async historyOf({ accountId }: Actor): Promise<string[]> {
    const rows = await this.database.query<{ line: string }>(
      `select state as line, id, 1 as part from superuser_invitation where account_id = $1
       union all
       select case when ended_at is null then 'term' else 'ended ' || end_reason end, id, 2
         from superuser_term where account_id = $1
        order by part, id`,
      [accountId],
    );
    return rows.map(({ line }) => line);
  }

  /** What is on record about somebody, the oldest first, with who did it where it was somebody else. */
  async recordOf({ accountId }: Actor): Promise<string[]> {
    const rows = await this.database.query<{ line: string }>(
      `select replace(action, 'account.superuser-', '') || case when actor_id is null then ' by nobody'
                when actor_id = subject_id then '' else ' by another' end as line
         from audit_record where subject_kind = 'account' and subject_id = $1 order by id`,
      [accountId],
    );
    return rows.map(({ line }) => line);
  }

  kindsToldTo({ accountId }: Actor): string[] {
    return this.told.filter((telling) => telling.accountId === accountId).map(({ kind }) => kind);
  }

  changeRules(change: (rules: RuleSet['superusers']) => Partial<RuleSet['superusers']>): Promise<number> {
    return this.make.rules((rules) => ({
      ...rules,
      superusers: { ...rules.superusers, ...change(rules.superusers) },
    }));
  }

  /** Solves so many questions of different people today, which the askers accept. */
  async solve(helper: Actor, answers: number, asker?: Actor): Promise<number[]> {
    const solved: number[] = [];
    for (let n = 0; n < answers; n++) {
      const author = asker ?? (await this.make.member());
      const question = await this.make.question({ author });
      const answer = await this.make.answer({ question, author: helper });
      await this.database.query(`update post set accepted_at = now(), accepted_by = $2 where id = $1`, [
        answer,
        author.accountId,
      ]);
      solved.push(answer);
    }
    return solved;
  }

  /** Writes a comment on each of so many days up to today. */
  async beActive(person: Actor, days: number): Promise<void> {
    const question = await this.make.question();
    await this.database.query(
      `insert into comment (post_id, author_id, body, body_html, created_at)
       select $1, $2, 'Thanks!', '<p>Thanks!</p>', now() - make_interval(days => n)
         from generate_series(0, $3::integer - 1) as n`,
      [question, person.accountId, days],
    );
  }

  /** As the job counts it, six good posts and so many bad ones. */
  async postWell(person: Actor, good: number, bad = 0): Promise<void> {
    await this.database.query(
      `insert into ability_score (account_id, ability, good, bad) values ($1, 'POSTS', $2, $3)
       on conflict (account_id, ability) do update set good = excluded.good, bad = excluded.bad`,
      [person.accountId, good, bad],
    );
  }

  /** Somebody who has everything that the rules of a new community ask for. */
  async qualified(): Promise<Actor> {
    const person = await this.make.member({ reputation: 600 });
    await this.solve(person, 5);
    await this.beActive(person, 15);
    await this.postWell(person, 10);
    return person;
  }

  /** Lets days go by for somebody's invitations, terms and standing. As the owner of the database can. */
  async daysPass({ accountId }: Actor, days: number): Promise<void> {
    const shift = async (table: string, columns: readonly string[]) => {
      const earlier = columns.map((column) => `${column} = ${column} - make_interval(days => $2)`);
      await this.database.query(`update ${table} set ${earlier.join(', ')} where account_id = $1`, [
        accountId,
        days,
      ]);
    };
    await this.database.transaction(async () => {
      await this.database.query(
        `alter table superuser_invitation disable trigger superuser_invitation_is_kept`,
      );
      await this.database.query(`alter table superuser_term disable trigger superuser_term_is_kept`);
      await shift('superuser_invitation', ['created_at', 'expires_at']);
      await shift('superuser_term', ['began_at', 'ends_at']);
      await shift('superuser_standing', ['qualified_since', 'below_since']);
      await shift('sanction', ['created_at']);
      await this.database.query(`set constraints all immediate`);
      await this.database.query(
        `alter table superuser_invitation enable trigger superuser_invitation_is_kept`,
      );
      await this.database.query(`alter table superuser_term enable trigger superuser_term_is_kept`);
    });
    await this.database.query(
      `update superuser_nomination set created_at = created_at - make_interval(days => $2) where nominee_id = $1`,
      [accountId, days],
    );
  }
}
