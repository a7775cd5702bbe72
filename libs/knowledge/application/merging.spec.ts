import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { FaqDesk } from '../testing/faq-desk.js';

describe('an article of several answers', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
  });
  afterAll(() => db.drop());

  const textOf = async (article: number) => {
    const { latestVersion } = await desk.article(article);
    const [text] = await desk.versions.texts([{ articleId: article, number: latestVersion }]);
    return text?.body;
  };
  const thanked = async (article: number) =>
    (await desk.articles.contributors([article])).map(({ accountId }) => accountId);

  it('has their texts under their questions, the tags of all, and each as a source', async () => {
    const one = await desk.solvedQuestion({
      title: 'Why is the *red* light on?',
      body: 'The filter is full. Clean it.',
      tags: ['light', 'filter'],
    });
    const more = await desk.make.answer({
      question: one.question,
      body: 'Or the lid is open: close it firmly.',
    });
    const other = await desk.solvedQuestion({
      title: 'How do I clean the filter?',
      body: 'Rinse it under warm water.',
      tags: ['filter', 'cleaning'],
    });
    const curator = await desk.curator();
    const answers = [one.answer, other.answer, more];
    const article = await desk.promotion.promoteAll(curator, answers, {});

    expect(await desk.article(article)).toMatchObject({
      title: 'Why is the *red* light on?',
      slug: 'why-is-the-red-light-on',
      tags: ['light', 'filter', 'cleaning'],
    });
    expect(await textOf(article)).toBe(
      [
        '## Why is the \\*red\\* light on?',
        'The filter is full. Clean it.',
        'Or the lid is open: close it firmly.',
        '## How do I clean the filter?',
        'Rinse it under warm water.',
      ].join('\n\n'),
    );
    const sources = await desk.sources.ofArticles([article]);
    expect(new Set(sources.map((source) => source.answerId))).toEqual(new Set(answers));
    expect(sources.map((source) => source.pinnedRevision)).toEqual([1, 1, 1]);
    for (const answer of answers) expect(await desk.candidateIds()).not.toContain(answer);
  });

  it('names them in the order in which the curator put them together, newest answer first or not', async () => {
    const [oldest, middle, newest] = [
      await desk.make.answer(),
      await desk.make.answer(),
      await desk.make.answer(),
    ];
    const curator = await desk.curator();
    const merged = [newest, oldest, middle];
    const article = await desk.promotion.promoteAll(curator, merged, {});
    const named = async () => ({
      compared: (await desk.sources.ofArticles([article])).map(({ answerId }) => answerId),
      provenance: (await desk.articles.sources([article])).map(({ answerId }) => answerId),
    });
    expect(await named()).toEqual({ compared: merged, provenance: merged });

    // What is taken off and put back comes last, wherever it was.
    await desk.articleSources.remove(curator, article, oldest);
    await desk.articleSources.add(curator, article, oldest);
    const then = [newest, middle, oldest];
    expect(await named()).toEqual({ compared: then, provenance: then });
  });

  it('credits everybody once, however many of their answers are in it', async () => {
    const helper = await desk.make.member();
    const [first, second, other] = [
      await desk.make.answer({ author: helper }),
      await desk.make.answer({ author: helper }),
      await desk.solvedQuestion(),
    ];
    const [curator, moderator] = [await desk.curator(), await desk.make.member({ role: 'MODERATOR' })];
    const article = await desk.promotion.promoteAll(curator, [first, second, other.answer], {});
    await desk.publication.publish(curator, article);
    const credits = async () => [
      await desk.promotionCredit(helper),
      await desk.promotionCredit(other.helper),
    ];
    expect(await credits()).toEqual([25, 25]);
    expect(new Set(await thanked(article))).toEqual(new Set([helper.accountId, other.helper.accountId]));

    // The credit moves on to the author's other answer, and back.
    await desk.forum.deletion.remove(moderator, first);
    expect(await credits()).toEqual([25, 25]);
    await desk.forum.deletion.remove(moderator, second);
    expect(await credits()).toEqual([0, 25]);
    await desk.forum.deletion.restore(moderator, first);
    expect(await credits()).toEqual([25, 25]);
    await desk.forum.deletion.restore(moderator, second);
    expect(await credits()).toEqual([25, 25]);
    await desk.publication.archive(curator, article);
    expect(await credits()).toEqual([0, 0]);
    for (const answer of [first, second, other.answer]) {
      expect((await desk.articles.ofAnswers([answer])).length).toBe(0);
    }
  });

  it('thanks as an author who only edited another answer before', async () => {
    const [superuser, curator] = [await desk.make.member({ role: 'SUPERUSER' }), await desk.curator()];
    const { answer, helper } = await desk.solvedQuestion();
    await desk.forum.answers.edit(superuser, answer, { body: 'Hold the button for ten seconds this time.' });
    const own = await desk.make.answer({ author: superuser });
    const article = await desk.promotion.promoteAll(curator, [answer, own], {});
    await desk.publication.publish(curator, article);
    expect(new Set(await thanked(article))).toEqual(new Set([helper.accountId, superuser.accountId]));
    expect(await desk.articles.countsByAuthor([superuser.accountId])).toEqual([
      { accountId: superuser.accountId, count: 1 },
    ]);
  });

  it('takes one to ten answers, none of them deleted or in the FAQ already', async () => {
    const { article, answer, curator } = await desk.publishedArticle();
    const { slug } = await desk.article(article);
    const free = await desk.make.answer();
    const many = await Promise.all(Array.from({ length: 11 }, () => desk.make.answer()));
    for (const answers of [[], many]) {
      await expect(desk.promotion.promoteAll(curator, answers, {})).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'answerIds' }],
      });
    }
    await expect(desk.promotion.promoteAll(curator, [free, answer], {})).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { article: { slug } },
    });
    await desk.forum.deletion.remove(await desk.make.member({ role: 'MODERATOR' }), free);
    await expect(desk.promotion.promoteAll(curator, [free, many[0]!], {})).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    // Naming one twice is no matter.
    const made = await desk.promotion.promoteAll(curator, [many[0]!, many[0]!], {});
    expect((await desk.sources.ofArticles([made])).length).toBe(1);
  });

  it('can be given another answer later, and lose it again with all that came of it', async () => {
    const { article, helper, curator } = await desk.publishedArticle();
    const late = await desk.solvedQuestion();
    await desk.articleSources.add(curator, article, late.answer);
    await desk.articleSources.add(curator, article, late.answer);
    expect(await desk.promotionCredit(late.helper)).toBe(25);
    expect(await thanked(article)).toEqual([helper.accountId, late.helper.accountId]);
    expect(await desk.candidateIds()).not.toContain(late.answer);

    await desk.articleSources.remove(curator, article, late.answer);
    expect(await desk.promotionCredit(late.helper)).toBe(0);
    expect(await desk.promotionCredit(helper)).toBe(25);
    expect(await thanked(article)).toEqual([helper.accountId]);
    expect(await desk.candidateIds()).toContain(late.answer);

    const [last] = await desk.sources.ofArticles([article]);
    await expect(desk.articleSources.remove(curator, article, last!.answerId)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('goes on thanking somebody whose other answer is still in it', async () => {
    const helper = await desk.make.member();
    const [first, second] = [
      await desk.make.answer({ author: helper }),
      await desk.make.answer({ author: helper }),
    ];
    const curator = await desk.curator();
    const article = await desk.promotion.promoteAll(curator, [first, second], {});
    await desk.publication.publish(curator, article);
    await desk.articleSources.remove(curator, article, first);
    expect(await thanked(article)).toEqual([helper.accountId]);
    expect(await desk.promotionCredit(helper)).toBe(25);
  });

  it('says which answers have changed since, what was and what is, until somebody has compared', async () => {
    const { article, answer, helper, curator } = await desk.publishedArticle();
    await desk.forum.answers.edit(helper, answer, { body: 'With firmware 2: hold it for one second only.' });
    expect(desk.drifted).toEqual([article]);
    expect(await desk.sources.ofArticles([article])).toMatchObject([
      {
        pinnedRevision: 1,
        pinnedBody: 'Hold the button for five seconds, then turn the wheel.',
        currentRevision: 2,
        currentBody: 'With firmware 2: hold it for one second only.',
      },
    ]);

    // Edited once more while the curator was reading.
    await desk.forum.answers.edit(helper, answer, { body: 'With firmware 3: press it twice, that is all.' });
    const confirm = (revision: number) =>
      desk.articleSources.confirm(curator, article, [{ answerId: answer, revision }]);
    await expect(confirm(2)).rejects.toMatchObject({ code: 'CONFLICT', details: { revision: 3 } });
    await confirm(3);
    expect(await desk.sources.ofArticles([article])).toMatchObject([{ pinnedRevision: 3 }]);
    expect(await desk.article(article)).toMatchObject({ latestVersion: 1 });
    expect(await desk.candidateIds()).not.toContain(answer);
  });
});
