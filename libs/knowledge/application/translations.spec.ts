import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { isOutdated } from '../domain/languages.js';
import { FaqDesk } from '../testing/faq-desk.js';
import { Library } from '../testing/library.js';

describe('an article in several languages', () => {
  let db: TestDatabase;
  let library: Library;
  let curator: Actor;
  beforeAll(async () => {
    db = await createTestDatabase();
    library = new Library(db);
    curator = await library.curator();
  });
  afterAll(() => db.drop());

  const german = {
    locale: 'de',
    title: 'Wo ist der Schalter des Routers?',
    body: 'Unter dem Gummifuß an der Rückseite. Fünf Sekunden halten.',
  };
  const outdated = async (id: number) => isOutdated(await library.row(id));
  const waiting = async () => (await library.queue.outdated({ locale: null }, { first: 50 })).rows;

  it('is translated, falls behind when the original goes on, and is brought up to date', async () => {
    const original = await library.article({
      title: 'Where is the switch of the router?',
      body: 'Under the rubber foot at the back. Hold it for five seconds.',
      tags: ['router'],
    });

    // The translation is a draft of its own that knows what it translates; it takes the tags of the original.
    const translation = await library.translations.translate(curator, original, german);
    expect(await library.row(translation)).toMatchObject({
      slug: 'wo-ist-der-schalter-des-routers',
      status: 'DRAFT',
      locale: 'de',
      tags: ['router'],
      translationOf: original,
      translatedVersion: 1,
    });
    await library.setStatus(translation, 'PUBLISHED');

    // A new version of the original that readers do not see yet outdates nothing.
    await library.rewrite(original, 'Under the rubber foot at the back. Hold it for ten seconds.');
    expect(await outdated(translation)).toBe(false);
    await library.show(original);
    expect(await outdated(translation)).toBe(true);
    expect((await waiting()).map((row) => row.articleId)).toContain(translation);

    // The translator sees what has changed since.
    const [change] = await library.queue.originalChanges([translation]);
    expect(change).toMatchObject({
      fromVersion: 1,
      toVersion: 2,
      before: { body: 'Under the rubber foot at the back. Hold it for five seconds.' },
      after: { body: 'Under the rubber foot at the back. Hold it for ten seconds.' },
    });

    // Their new text follows version 2; what readers still see does not, until it is published.
    await library.rewrite(translation, 'Unter dem Gummifuß an der Rückseite. Zehn Sekunden halten.');
    await library.translations.confirm(curator, translation, 2);
    expect(await library.queue.originalChanges([translation])).toEqual([]);
    expect(await outdated(translation)).toBe(true);
    await library.show(translation);
    expect(await outdated(translation)).toBe(false);
    expect((await waiting()).map((row) => row.articleId)).not.toContain(translation);
  });

  it('is said to be right still, where the change does not matter to it', async () => {
    const original = await library.article();
    const translation = await library.translation(original, 'de', 'Wie die Uhr funktioniert, Teil 1');
    await library.rewrite(original, 'Turn the wheel at the back until it clicks (a typo was here).');
    await library.show(original);
    expect(await outdated(translation)).toBe(true);

    await library.translations.confirm(curator, translation);
    expect(await outdated(translation)).toBe(false);
    expect(await library.row(translation)).toMatchObject({ translatedVersion: 2, latestVersion: 1 });
  });

  it('follows again what it followed, when the text of an earlier version is restored', async () => {
    const original = await library.article();
    const translation = await library.translation(original, 'de', 'Wie die Uhr funktioniert, Teil 3');
    await library.rewrite(original, 'Turn the wheel at the front until it clicks.');
    await library.show(original);
    await library.rewrite(translation, 'Drehe das Rad vorne, bis es klickt.');
    await library.translations.confirm(curator, translation);
    await new FaqDesk(db).editing.restore(curator, translation, { number: 1 });
    await library.show(translation);
    expect(await library.row(translation)).toMatchObject({ version: 3, translatedVersion: 1 });
    expect(await outdated(translation)).toBe(true);
  });

  it('thanks those whose answer it was, and those who translated it', async () => {
    const original = await library.article();
    const helper = await library.make.member();
    await db.database.query(
      `insert into article_contributor (article_id, account_id, kind) values ($1, $2, 'answer')`,
      [original, helper.accountId],
    );
    const translation = await library.translations.translate(curator, original, german);
    const people = await library.articles.contributors([translation]);
    expect(people.map((person) => person.accountId)).toEqual([helper.accountId, curator.accountId]);
  });

  it('has one translation for each language, also if two begin at once', async () => {
    const original = await library.article();
    const colleague = await library.curator();
    const attempts = await Promise.allSettled([
      library.translations.translate(curator, original, german),
      library.translations.translate(colleague, original, german),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(
      library.translations.translate(colleague, original, { ...german, locale: 'DE'.toLowerCase() }),
    ).rejects.toMatchObject({ code: 'CONFLICT', details: { article: { path: expect.any(String) } } });
  });

  it('is translated from its original, also by who begins at a translation', async () => {
    const original = await library.article();
    const translation = await library.translation(original, 'de', 'Wie die Uhr funktioniert, Teil 2');
    const french = await library.translation(translation, 'fr', 'Comment fonctionne l’horloge');
    expect(await library.row(french)).toMatchObject({ translationOf: original });
  });

  it('is not translated into its own language, from a draft, or from a version that never was', async () => {
    const original = await library.article();
    const translate = (of: number, changes: object) =>
      library.translations.translate(curator, of, { ...german, ...changes });
    await expect(translate(original, { locale: 'en' })).rejects.toMatchObject({
      fields: [{ path: 'locale' }],
    });
    await expect(translate(original, { locale: 'German' })).rejects.toMatchObject({
      fields: [{ path: 'locale' }],
    });
    await expect(translate(original, { originalVersion: 7 })).rejects.toMatchObject({
      fields: [{ path: 'originalVersion' }],
    });
    await expect(translate(original, { title: 'Kurz', body: 'Kurz' })).rejects.toMatchObject({
      fields: [{ path: 'title' }, { path: 'body' }],
    });
    const draft = await library.article({ status: 'DRAFT' });
    await expect(translate(draft, {})).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(library.translations.confirm(curator, original)).rejects.toMatchObject({
      fields: [{ path: 'articleId' }],
    });
    await expect(
      library.translations.translate(await library.make.member(), original, german),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is listed for translators while it is missing, the most helpful first', async () => {
    const [asked, rare] = [await library.article(), await library.article()];
    await db.database.query(`update article set helpful_count = 9 where id = $1`, [asked]);
    const missing = async () =>
      (await library.queue.missing('pt-BR', { first: 50 })).rows.map((row) => row.articleId);
    const before = await missing();
    expect(before.indexOf(asked)).toBeLessThan(before.indexOf(rare));

    await library.translations.translate(curator, asked, {
      ...{ locale: 'pt', title: 'Como funciona o relógio', body: 'Gire a roda na parte de trás.' },
    });
    expect(await missing()).not.toContain(asked);
  });
});
