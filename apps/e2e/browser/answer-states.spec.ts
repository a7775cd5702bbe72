import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Client } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

/** Ana asked; Ben and Cleo have answered. Mo moderates, without JavaScript. */
describe('what is said of answers', () => {
  let server: TestServer;
  let browser: Browser;
  let ana: Person;
  let ben: Person;
  let cleo: Person;
  let question: Posted;
  let answers: Record<'ben' | 'cleo', Posted>;
  let asker: Visitor;
  let moderator: Visitor;
  let guest: Visitor;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    const community = await Community.found(server.url);
    [ana, ben, cleo] = [
      await community.join('ana'),
      await community.join('ben'),
      await community.join('cleo'),
    ];
    const mo = await community.join('mo', 'MODERATOR');
    question = await ana.ask({ title: 'Descaling the boiler of my flat' });
    answers = { ben: await ben.answer(question.id), cleo: await cleo.answer(question.id) };
    asker = await Visitor.arrive(browser, server.url);
    moderator = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false });
    guest = await Visitor.arrive(browser, server.url, { locale: 'de-DE' });
    await asker.resume(ana.token!);
    await moderator.resume(mo.token!);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const order = async (visitor: Visitor) => {
    const labels = await visitor.page
      .locator('#answers')
      .getByRole('article')
      .evaluateAll((articles) => articles.map((article) => article.getAttribute('aria-label')));
    return labels.map((label) => label?.split(' ').at(-1));
  };

  it('the asker accepts one answer, and says of another that it solved it too', async () => {
    await asker.goTo(question.path);
    expect(await asker.button('This solved it too').count()).toBe(0);
    await asker.answerBy('ben').getByRole('button', { name: 'This solved it' }).click();
    await asker.answerBy('ben').getByText('Accepted by ana').waitFor();
    await asker.answerBy('cleo').getByRole('button', { name: 'This solved it too' }).click();
    await asker.answerBy('cleo').getByText('Solved it too says ana').waitFor();
    await asker.answerBy('cleo').getByRole('button', { name: 'It did not solve it after all' }).waitFor();
    expect(asker.troubles).toEqual([]);
  });

  it('readers see for which version it was said, once the answer is edited', async () => {
    await ben.act(
      'editAnswer',
      { answerId: answers.ben.id, body: 'Run two litres of citric acid through it.' },
      '__typename',
    );
    await guest.goTo(question.path);
    const line = guest.page.getByRole('article', { name: 'Antwort von ben' }).locator('.accepted').first();
    expect((await line.innerText()).replace(/\s+/g, ' ')).toMatch(
      /^Angenommen von ana, .+, für Fassung 1 – seither bearbeitet$/,
    );
    expect(guest.troubles).toEqual([]);
  });

  it('a moderator says that a newer answer replaces the accepted one, which leads there and moves down', async () => {
    await moderator.goTo(question.path);
    expect(await order(moderator)).toEqual(['ben', 'cleo']);
    await moderator.unfold('A newer answer replaces this', moderator.answerBy('ben'));
    const form = moderator.answerBy('ben').locator('form', { hasText: 'Which answer?' });
    await form.getByLabel('Which answer?').selectOption({ index: 0 });
    await form.getByLabel('Why? (optional, shown to everybody)').fill('Acid harms the new seals.');
    await form.getByRole('button', { name: 'A newer answer replaces this' }).click();

    expect(await order(moderator)).toEqual(['cleo', 'ben']);
    const note = moderator.answerBy('ben').locator('.superseded');
    await note.getByText('Acid harms the new seals.').waitFor();
    expect(await note.getByRole('link', { name: 'Answer by cleo' }).getAttribute('href')).toBe(
      answers.cleo.path,
    );
    const side = moderator.page.getByRole('complementary', { name: 'Beside the question' });
    expect(await side.getByRole('link', { name: 'the newest answer' }).getAttribute('href')).toBe(
      answers.cleo.path,
    );
    await moderator.answerBy('ben').getByRole('button', { name: 'Undo replacement' }).click();
    expect(await order(moderator)).toEqual(['ben', 'cleo']);
  });

  it('a moderator accepts for an asker who kept silent, gives the reason, and the asker moves it', async () => {
    await asker.goTo(question.path);
    await asker.answerBy('ben').getByRole('button', { name: 'Undo acceptance' }).click();
    await asker.answerBy('ben').getByText('Accepted').waitFor({ state: 'detached' });
    await moderator.goTo(question.path);
    expect(await moderator.page.getByText('Accept on behalf of the asker').count()).toBe(0);

    // As if all of it had happened three weeks ago.
    await server.db.database.query(
      `update post set created_at = created_at - interval '21 days', asker_decided_at = asker_decided_at - interval '21 days'`,
    );
    await moderator.goTo(question.path);
    await moderator.unfold('Accept on behalf of the asker', moderator.answerBy('ben'));
    const form = moderator.answerBy('ben').locator('form', { hasText: 'Why?' }).first();
    await form.getByLabel('Why?').fill('Three people confirm it.');
    await form.getByRole('button', { name: 'Accept on behalf of the asker' }).click();
    await moderator.answerBy('ben').getByText('on behalf of the asker, by').waitFor();

    await asker.goTo(question.path);
    await asker.answerBy('cleo').getByRole('button', { name: 'This solved it', exact: true }).click();
    await asker.answerBy('cleo').getByText('Accepted by ana').waitFor();
    await moderator.goTo('/record');
    await moderator.reads('accepted an answer on behalf of the asker');
    await moderator.reads('Three people confirm it.');
  });

  it('the API tells all of it in one request', async () => {
    await ben.vote(answers.cleo.id, 'UP');
    const { question: told } = await new Client(server.url).get<{ question: object }>(
      `query ($id: ID!) { question(id: $id) {
         solutions { id }
         answers { nodes { id isTopVoted
           acceptance { by { username } revision isCurrentRevision onBehalf }
           alsoSolved { at } officialMark { at } supersession { newer { id } newest { id } } } } } }`,
      { id: question.id },
    );
    expect(told).toEqual({
      solutions: [{ id: answers.cleo.id }],
      answers: {
        nodes: [
          {
            id: answers.cleo.id,
            isTopVoted: true,
            acceptance: { by: { username: 'ana' }, revision: 1, isCurrentRevision: true, onBehalf: false },
            alsoSolved: null,
            officialMark: null,
            supersession: null,
          },
          {
            id: answers.ben.id,
            isTopVoted: false,
            acceptance: null,
            alsoSolved: null,
            officialMark: null,
            supersession: null,
          },
        ],
      },
    });
  });
});
