import type { Accounts } from '#libs/accounts';
import { CatalogueChanged } from '#libs/catalogue';
import { PostApplicabilityChanged, PostEdited } from '#libs/forum';
import type { Comments, Deletion, Marks, OnBehalf, Supersession } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import type { DomainEvents } from '#libs/platform';
import { RecomputationAsked, RulesChanged } from '#libs/reputation';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { AuditQueries } from '../persistence/audit.queries.js';
import type { AuditRow } from '../persistence/audit.queries.js';
import { Audit } from './audit.js';
import { RecordedActs } from './recorded-acts.js';

describe('the record of moderation', () => {
  let db: TestDatabase;
  let make: Builders;
  let events: DomainEvents;
  let accounts: Accounts;
  let marks: Marks;
  let onBehalf: OnBehalf;
  let supersession: Supersession;
  let deletion: Deletion;
  let comments: Comments;
  let audit: Audit;
  let queries: AuditQueries;

  let asker: Actor;
  let helper: Actor;
  let moderator: Actor;
  let question: number;
  let answer: number;
  /** The newest record before the test did anything. */
  let before: number;

  beforeAll(async () => {
    db = await createTestDatabase();
    const { database } = db;
    make = new Builders(database);
    ({ events, accounts, marks, onBehalf, supersession, deletion, comments } = forumOn(database));
    audit = new Audit(database);
    queries = new AuditQueries(database);
    new RecordedActs(events, audit);
  });
  afterAll(() => db.drop());

  beforeEach(async () => {
    [asker, helper] = [await make.member(), await make.member()];
    moderator = await make.member({ role: 'MODERATOR' });
    question = await make.question({ author: asker });
    answer = await make.answer({ question, author: helper });
    before = (await queries.newest({ first: 1 })).rows[0]?.recordId ?? 0;
  });

  /** What was recorded in this test, the oldest first. */
  async function recorded(): Promise<AuditRow[]> {
    const { rows } = await queries.newest({ first: 100 });
    return rows.filter((row) => row.recordId > before).reverse();
  }

  it('tells who gave whom which role', async () => {
    const admin = await make.member({ role: 'ADMIN' });
    await accounts.setRole(admin, helper.accountId, 'SUPERUSER');
    expect(await recorded()).toMatchObject([
      {
        actorId: admin.accountId,
        action: 'account.role-changed',
        subjectKind: 'account',
        subjectId: helper.accountId,
        details: { from: 'MEMBER', to: 'SUPERUSER' },
      },
    ]);
  });

  it('names nobody for what the operator does at the command line', async () => {
    const username = 'night-owl';
    await make.member({ username });
    await accounts.setRoleByOperator(username, 'ADMIN');
    expect(await recorded()).toMatchObject([{ actorId: null, action: 'account.role-changed' }]);
  });

  it('keeps why something was accepted in the name of an asker, and that it was taken back', async () => {
    const old = new Date(Date.now() - 20 * 86_400_000);
    const early = await make.answer({ question, author: helper, createdAt: old });
    await onBehalf.accept(moderator, early, 'Three people confirm it.');
    await onBehalf.unaccept(moderator, early, 'They were wrong.');
    expect(await recorded()).toMatchObject([
      {
        actorId: moderator.accountId,
        action: 'answer.accepted-on-behalf',
        subjectId: early,
        details: { reason: 'Three people confirm it.' },
      },
      { action: 'answer.acceptance-withdrawn-on-behalf', details: { reason: 'They were wrong.' } },
    ]);
  });

  it('keeps whose answer others called replaced; one’s own is no moderation', async () => {
    const newer = await make.answer({ question });
    await supersession.supersede(helper, answer, newer);
    await supersession.withdraw(helper, answer);
    await supersession.supersede(moderator, answer, newer, 'The menu has moved.');
    await supersession.withdraw(moderator, answer);
    expect(await recorded()).toMatchObject([
      {
        actorId: moderator.accountId,
        action: 'answer.superseded',
        subjectId: answer,
        details: { reason: 'The menu has moved.', newerId: newer },
      },
      { action: 'answer.supersession-withdrawn', subjectId: answer },
    ]);
  });

  it('keeps why a question was deleted and that it was restored', async () => {
    await deletion.remove(moderator, question, 'An advertisement.');
    await deletion.restore(moderator, question);
    expect(await recorded()).toMatchObject([
      {
        actorId: moderator.accountId,
        action: 'question.deleted',
        subjectId: question,
        postId: question,
        details: { reason: 'An advertisement.', answersHidden: 1 },
      },
      { action: 'question.restored', subjectId: question },
    ]);
  });

  it('tells who marked which answer official, moved the mark and took it away', async () => {
    const better = await make.answer({ question });
    await marks.setOfficial(moderator, question, answer);
    await marks.setOfficial(moderator, question, better);
    await marks.setOfficial(moderator, question, null);
    const acts = (await recorded()).map((row) => [row.action, row.subjectId]);
    expect(acts).toEqual([
      ['answer.made-official', answer],
      ['answer.official-mark-withdrawn', answer],
      ['answer.made-official', better],
      ['answer.official-mark-withdrawn', better],
    ]);
  });

  it('knows comments that others deleted and restored, and the post they are on', async () => {
    const comment = await make.comment(answer, { author: helper });
    await comments.remove(moderator, comment);
    await comments.restore(moderator, comment);
    expect(await recorded()).toMatchObject([
      { action: 'comment.deleted', subjectKind: 'comment', subjectId: comment, postId: answer },
      { action: 'comment.restored', subjectKind: 'comment', subjectId: comment, postId: answer },
    ]);
  });

  it('tells whose words were changed by others, with the revision', async () => {
    const post = { id: answer, kind: 'answer', authorId: helper.accountId, questionId: question } as const;
    await events.publish(new PostEdited(post, 2, moderator));
    await events.publish(new PostEdited(post, 3, helper));
    expect(await recorded()).toMatchObject([
      { actorId: moderator.accountId, action: 'answer.edited', subjectId: answer, details: { revision: 2 } },
    ]);
  });

  it('tells who changed what is offered as products and what others’ posts apply to', async () => {
    const post = { id: answer, kind: 'answer', authorId: helper.accountId, questionId: question } as const;
    await events.publish(new CatalogueChanged('product-version', 'created', 7, '3.4', moderator));
    await events.publish(new PostApplicabilityChanged(post, moderator));
    await events.publish(new PostApplicabilityChanged(post, helper));
    expect(await recorded()).toMatchObject([
      { action: 'site.product-version-created', subjectKind: 'site', details: { name: '3.4' } },
      { action: 'answer.applicability-changed', subjectId: answer, actorId: moderator.accountId },
    ]);
  });

  it('tells who changed the rules of standing, what they were, and who asked for a recomputation', async () => {
    const changes = [{ path: 'dailyCap', before: 200, after: 100 }];
    await events.publish(new RulesChanged(2, moderator, changes, 'Too many.'));
    await events.publish(new RecomputationAsked(2, moderator));
    expect(await recorded()).toMatchObject([
      {
        actorId: moderator.accountId,
        action: 'site.reputation-rules-changed',
        subjectKind: 'site',
        details: { version: 2, note: 'Too many.', dailyCap: { from: 200, to: 100 } },
      },
      { action: 'site.reputation-recomputation-asked', details: { version: 2 } },
    ]);
  });

  it('leaves out what people do to their own', async () => {
    const comment = await make.comment(question, { author: helper });
    await comments.remove(helper, comment);
    await deletion.remove(helper, answer);
    await deletion.restore(helper, answer);
    await marks.accept(asker, answer);
    expect(await recorded()).toEqual([]);
  });

  it('has no record of an act that failed, and no act without its record', async () => {
    const failing = db.database.transaction(async () => {
      await deletion.remove(moderator, question);
      throw new Error('the connection broke');
    });
    await expect(failing).rejects.toThrow('broke');
    expect(await recorded()).toEqual([]);

    await expect(deletion.remove(asker, answer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await recorded()).toEqual([]);
  });

  it('takes acts of other parts of the site, such as settings', async () => {
    await audit.record({
      actorId: moderator.accountId,
      action: 'site.updated',
      subjectKind: 'site',
      subjectId: null,
      details: { changed: ['tagline'] },
    });
    expect(await recorded()).toMatchObject([{ action: 'site.updated', details: { changed: ['tagline'] } }]);
  });

  it('is read page by page, the newest first', async () => {
    for (let times = 0; times < 5; times++) {
      await deletion.remove(moderator, answer);
      await deletion.restore(moderator, answer);
    }
    const all = (await recorded()).reverse();
    const { rows, hasNextPage } = await queries.newest({ first: 4 });
    expect(rows).toEqual(all.slice(0, 4));
    expect(hasNextPage).toBe(true);
  });

  it.each([`update audit_record set actor_id = null`, `delete from audit_record`, `truncate audit_record`])(
    'cannot be rewritten: %s',
    async (attempt) => {
      await deletion.remove(moderator, question);
      await expect(db.database.query(attempt)).rejects.toThrow('append-only');
    },
  );
});
