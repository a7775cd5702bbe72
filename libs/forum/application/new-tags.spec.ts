import type { UserInputError } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';

describe('tags that nobody has used, where creating them has to be earned', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    forum = forumOn(db.database);
    await make.rules((rules) => ({ ...rules, privileges: { ...rules.privileges, CREATE_TAG: 750 } }));
    for (const tags of [['heating', 'radiator'], ['heating-pump'], ['garden']]) await make.question({ tags });
  });
  afterAll(() => db.drop());

  const question = (...tags: string[]) => ({
    title: 'Why does the radiator stay cold?',
    body: 'It is cold at the bottom and warm at the top.',
    tags,
  });

  async function problems(attempt: Promise<unknown>): Promise<UserInputError['fields']> {
    const refusal = await attempt.then(
      () => null,
      (error: UserInputError) => error,
    );
    return refusal?.fields ?? [];
  }

  it('are refused to newcomers, with the tags that come nearest', async () => {
    const newcomer = await make.member();
    expect(await problems(forum.questions.ask(newcomer, question('radiator', 'heatng')))).toEqual([
      {
        path: 'tags',
        code: 'TAG_UNKNOWN',
        value: 'heatng',
        message: expect.stringContaining('Tags that come near: heating, heating-pump.'),
        suggestions: ['heating', 'heating-pump'],
      },
    ]);
    expect(await db.database.query(`select from tag where name = 'heatng'`)).toEqual([]);
    await forum.questions.ask(newcomer, question('radiator', 'heating'));
  });

  it('are shown beside whatever else is wrong', async () => {
    const found = await problems(
      forum.questions.ask(await make.member(), { ...question('zyzzogeton'), title: 'Help' }),
    );
    expect(found.map(({ path, code }) => [path, code])).toEqual([
      ['title', undefined],
      ['tags', 'TAG_UNKNOWN'],
    ]);
    expect(found[1]?.suggestions).toEqual([]);
  });

  it('cannot come in by an edit either; tags that are there can stay', async () => {
    const asker = await make.member();
    const id = await forum.questions.ask(asker, question('garden'));
    expect(await problems(forum.questions.edit(asker, id, { tags: ['garden', 'gardening'] }))).toMatchObject([
      { code: 'TAG_UNKNOWN', suggestions: ['garden'] },
    ]);
    await forum.questions.edit(asker, id, { tags: ['garden', 'heating'] });
  });

  it('are open to who has earned it, and to those who moderate', async () => {
    await forum.questions.ask(await make.member({ reputation: 750 }), question('valve'));
    await forum.questions.ask(await make.member({ role: 'SUPERUSER' }), question('thermostat'));
    // From now on everybody may use them.
    await forum.questions.ask(await make.member(), question('valve', 'thermostat'));
  });

  it('are not looked for when there are far too many', async () => {
    const names = Array.from({ length: 1_000 }, (_, nth) => `tag-${nth}`);
    const found = await problems(forum.questions.ask(await make.member(), question(...names)));
    expect(found.filter(({ code }) => code === 'TAG_UNKNOWN')).toHaveLength(5);
  });
});
