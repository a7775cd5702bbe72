import { Builders, createTestDatabase, type TestDatabase } from '#libs/testing';
import { ReaderFit } from './persistence/reader-fit.js';

/** Hearth comes in three versions, the reader has the second; of Lamp nobody knows which one they have. */
describe('what was found, held against the version that the reader uses', () => {
  let test: TestDatabase;
  let builders: Builders;
  let fit: ReaderFit;
  let hearth: { productId: number; versionIds: number[] };
  let lamp: { productId: number; versionIds: number[] };

  beforeAll(async () => {
    test = await createTestDatabase();
    builders = new Builders(test.database);
    fit = new ReaderFit(test.database);
    hearth = await builders.product({ name: 'Hearth', versions: ['1.0', '2.0', '3.0'] });
    lamp = await builders.product({ name: 'Lamp', versions: ['7'] });
  });
  afterAll(() => test.drop());

  const version = (of: typeof hearth, at: number) => of.versionIds[at] ?? 0;
  const about = async (of: typeof hearth, from: number | null, to: number | null) => {
    const id = await builders.question();
    await applies(id, of, from, to);
    return id;
  };
  const applies = (id: number, of: typeof hearth, from: number | null, to: number | null) =>
    builders.applies(id, {
      productId: of.productId,
      fromVersionId: from === null ? null : version(of, from),
      toVersionId: to === null ? null : version(of, to),
    });
  const fits = async (...ids: number[]) =>
    fit.of(ids.map((id) => ({ kind: 'question' as const, id, versionIds: [version(hearth, 1)] })));

  it('holds, does not hold, or nobody can tell', async () => {
    expect(
      await fits(
        await about(hearth, 0, 1),
        await about(hearth, 2, null),
        await about(hearth, null, 0),
        await about(hearth, null, null),
        await about(lamp, 0, 0),
        await builders.question(),
      ),
    ).toEqual([true, false, false, true, null, null]);
  });

  it('holds where one of the answers does', async () => {
    const question = await about(hearth, 0, 0);
    const answer = await builders.answer({ question });
    await applies(answer, hearth, 1, null);
    expect(await fits(question)).toEqual([true]);
    await test.database.query(`update post set deleted_at = now() where id = $1`, [answer]);
    expect(await fits(question)).toEqual([false]);
  });

  it('takes for a translation what its original is said to hold for', async () => {
    const article = async (translationOf: number | null, locale: string) => {
      const row = await test.database.one<{ id: number }>(
        `insert into article (slug, status, locale, title, body, body_html, tags, published_at, translation_of,
                              translated_version)
         values ('hearth-' || $2, 'PUBLISHED', $2, 'Hearth', '', '', '{}', now(), $1::bigint, case when $1::bigint is not null then 1 end)
         returning id`,
        [translationOf, locale],
      );
      await test.database.query(
        `insert into article_version (article_id, number, title, body, body_html) values ($1, 1, 'Hearth', '', '')`,
        [row?.id],
      );
      return row?.id ?? 0;
    };
    const original = await article(null, 'en');
    const translation = await article(original, 'de');
    await test.database.query(
      `insert into article_applicability (article_id, product_id, from_version_id, to_version_id) values ($1, $2, $3, null)`,
      [original, hearth.productId, version(hearth, 2)],
    );
    const asked = [original, translation].map((id) => ({
      kind: 'article' as const,
      id,
      versionIds: [version(hearth, 0), version(lamp, 0)],
    }));
    expect(await fit.of(asked)).toEqual([false, false]);
  });

  it('takes one statement for a whole page', async () => {
    const { database } = test;
    const ids = [await about(hearth, 0, 1), await about(hearth, 2, 2), await about(hearth, 1, 1)];
    let statements = 0;
    const counting = new Proxy(database, {
      get: (target, name) => {
        if (name === 'query') statements += 1;
        return Reflect.get(target, name, target) as unknown;
      },
    });
    await new ReaderFit(counting).of(
      ids.map((id) => ({ kind: 'question', id, versionIds: hearth.versionIds })),
    );
    expect(statements).toBe(1);
  });
});
