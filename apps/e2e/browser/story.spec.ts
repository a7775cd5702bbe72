import type { Browser } from 'playwright-core';
import { PASSWORD } from '../support/client.js';
import { launchBrowser } from '../support/browser.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

const QUESTION = 'Why does the valve whistle at night?';
const ARTICLE = 'A valve that whistles at night';

/** The main job as people do it, from the first visit to an empty site on. Each part goes on where the last one ended. */
describe('the whole story, clicked through', () => {
  let server: TestServer;
  let browser: Browser;
  let founder: Visitor;
  let mara: Visitor;
  let ben: Visitor;
  let mona: Visitor;
  let curt: Visitor;
  let address: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const arrive = () => Visitor.arrive(browser, server.url);

  it('the first visitor is asked to set the site up, wherever they wanted to go', async () => {
    founder = await arrive();
    await founder.goTo('/faq');
    expect(new URL(founder.page.url()).pathname).toBe('/setup');
    await founder.fill({
      'Name of the community': 'Valve Friends',
      'User name': 'ada',
      'Display name': 'Ada Admin',
      'E-mail address': 'ada@example.com',
      Password: PASSWORD,
    });
    await founder.page.getByRole('radio', { name: 'An empty community' }).check();
    await founder.press('Open the community');
    await founder.reads('No questions here yet');
    await founder.link('Valve Friends').waitFor();
    await founder.page.getByText('Menu of Ada Admin').waitFor({ state: 'attached' });
  });

  it('Mara creates an account on her way to asking, and comes back to it', async () => {
    mara = await arrive();
    await mara.goTo('/');
    await mara.page.getByRole('banner').getByRole('link', { name: 'Ask' }).click();
    await mara.heading('Log in').waitFor();
    await mara.link('Create an account').click();
    await mara.fill({
      'User name': 'mara',
      'Display name (optional)': 'Mara Ek',
      'E-mail address': 'mara@example.com',
      Password: PASSWORD,
    });
    await mara.press('Create an account');
    await mara.heading('Ask the community').waitFor();
  });

  it('is told what is missing, without losing what she typed, and asks', async () => {
    await mara.fill({ 'Your question in one sentence': QUESTION, 'The details': 'It whistles.' });
    await mara.press('Post question');
    await mara.reads('The text needs 20 to 50,000 characters; this one has 12.');
    await mara.reads('Please give 1 to 5 tags.');
    expect(await mara.page.getByLabel('Your question in one sentence').inputValue()).toBe(QUESTION);
    await mara.fill({
      'The details': 'It **whistles** as soon as the heating lowers the temperature for the night.',
      Tags: 'valve noise',
    });
    await mara.press('Post question');
    await mara.heading(QUESTION).waitFor();
    address = new URL(mara.page.url()).pathname;
    expect(address).toMatch(/^\/questions\/\d+\/why-does-the-valve-whistle-at-night$/);
    await mara.page.getByRole('strong').filter({ hasText: 'whistles' }).waitFor();
  });

  it('Ben and Mona find it on the first page and answer; Mara comments', async () => {
    [ben, mona] = [await arrive(), await arrive()];
    await ben.register('ben', 'Ben Ito');
    await mona.register('mona', 'Mona Lund');
    for (const [visitor, body] of [
      [ben, 'Lower the pump to stage one: the valve closes and the pressure rises.'],
      [mona, 'Mine did that too. A drop of silicone helped for a week or so.'],
    ] as const) {
      await visitor.goTo('/');
      await visitor.link(QUESTION).click();
      await visitor.fill({ 'What helps?': body });
      await visitor.press('Post answer');
    }
    await mona.answerBy('Mona Lund').waitFor();

    await mara.goTo(address);
    const answer = mara.answerBy('Ben Ito');
    await mara.unfold('Comment', answer);
    await answer.getByLabel('Comment', { exact: true }).fill('Where do I find the stages?');
    await answer.getByRole('button', { name: 'Post comment' }).click();
    await mara.reads('Where do I find the stages?');
  });

  it('votes are cast, taken back and refused where something is missing', async () => {
    await mona.goTo(address);
    const answer = mona.answerBy('Ben Ito');
    const up = answer.getByRole('button', { name: 'This is useful' });
    await up.click();
    await answer.getByRole('button', { name: 'This is useful', pressed: true }).waitFor();
    expect(await answer.getByText(/^Score:\s*1$/).count()).toBe(1);
    await up.click();
    await answer.getByRole('button', { name: 'This is useful', pressed: false }).waitFor();
    await up.click();
    await answer.getByRole('button', { name: 'This is useful', pressed: true }).waitFor();
    await answer.getByRole('button', { name: 'This is not useful' }).click();
    await mona.reads(/125/);
    const own = mona.answerBy('Mona Lund').getByRole('button', { name: 'This is useful' });
    expect(await own.isDisabled()).toBe(true);
  });

  it('Mara accepts the answer that solved it and rates the helper', async () => {
    await mara.goTo(address);
    const answer = mara.answerBy('Ben Ito');
    await answer.getByRole('button', { name: 'This solved it' }).click();
    await answer.getByText('Accepted by Mara').waitFor();
    await answer.getByRole('heading', { name: 'How was Ben Ito’s help?' }).waitFor();
    await answer.getByRole('radio', { name: '4 stars' }).check();
    await mara.unfold('Say more', answer);
    await answer.getByLabel('A private remark (optional)').fill('Quick and friendly.');
    await answer.getByRole('button', { name: 'Save rating' }).click();
    await answer.getByText('You gave 4 stars').waitFor();
  });

  it('Ada gives Mona and Curt their roles', async () => {
    curt = await arrive();
    await curt.register('curt', 'Curt Diaz');
    await founder.goTo('/admin/people');
    for (const [name, role] of [
      ['Mona Lund', 'Moderator'],
      ['Curt Diaz', 'Staff'],
    ] as const) {
      const row = founder.page.getByRole('row').filter({ hasText: name });
      await row.getByLabel(`Role of ${name}`).selectOption({ label: role });
      await row.getByRole('button', { name: 'Change' }).click();
      await row.getByText(role, { exact: true }).first().waitFor({ state: 'attached' });
    }
  });

  it('Mona marks it official', async () => {
    await mona.goTo(address);
    const answer = mona.answerBy('Ben Ito');
    await answer.getByRole('button', { name: 'Mark as official' }).click();
    await answer.getByText('confirmed by').waitFor();
    await answer.getByRole('button', { name: 'Remove official mark' }).waitFor();
  });

  it('Curt makes an article of it, improves the text and publishes', async () => {
    await curt.goTo('/');
    await curt.unfold('Menu of Curt Diaz');
    await curt.link('FAQ candidates').click();
    await curt.unfold('Read the answer');
    await curt.reads('Lower the pump to stage one');
    await curt.fill({ 'Title of the article': ARTICLE });
    await curt.press('Make an FAQ article');
    await curt.heading('Edit article').waitFor();
    await curt.fill({
      Text: 'Lower the pump to **stage one**.\n\n1. Open the lid.\n2. Turn the dial to I.',
      'What did you change, and why? (optional)': 'Steps instead of prose',
    });
    await curt.press('Save version');
    await curt.reads('Saved. Readers see it once it is published.');
    await curt.link(ARTICLE).click();
    await curt.press('Publish');
    await curt.page.getByText('Did this help you?').waitFor();
    expect(await curt.page.getByText('Draft', { exact: true }).count()).toBe(0);
  });

  it('the next customer misspells it, finds the article first and says that it helped', async () => {
    const guest = await arrive();
    await guest.goTo('/');
    const box = guest.page.getByRole('search').getByLabel('Search questions and FAQ');
    await box.fill('vallve wistles nihgt');
    await box.press('Enter');
    await guest.heading('Search').waitFor();
    const hits = guest.page.getByRole('main').getByRole('listitem').getByRole('heading');
    expect(await hits.allInnerTexts()).toEqual([ARTICLE, QUESTION]);
    await hits.first().getByRole('link').click();
    await guest.heading(ARTICLE).waitFor();
    await guest.link('Ben Ito').waitFor();
    await guest.press('Yes');
    await guest.reads('Thanks for your feedback.');
    await guest.reads('helped 1 person');
    expect(guest.troubles).toEqual([]);
    await guest.leave();
  });

  it('and whoever begins to ask it is shown the article while typing', async () => {
    await ben.goTo('/ask');
    await ben.page
      .getByLabel('Your question in one sentence')
      .pressSequentially('My valve whistles every single night');
    await ben.reads('The FAQ may have your answer');
    await ben.page.getByRole('link', { name: new RegExp(ARTICLE) }).waitFor();
  });

  it('Ben’s profile says what his reputation is made of', async () => {
    await ben.goTo('/people/ben');
    await ben.heading('Ben Ito').waitFor();
    await ben.reads('1 rating as a helper, too few for an average');
    for (const reason of [
      'Answer upvoted',
      'Answer accepted',
      'Answer made official',
      'Answer became an FAQ article',
    ]) {
      await ben.reads(reason);
    }
    expect(await ben.page.getByRole('definition').first().innerText()).toBe('65');
  });

  it('and nothing went wrong behind the pages', () => {
    const visitors = { founder, mara, ben, mona, curt };
    for (const [name, { troubles }] of Object.entries(visitors)) expect([name, troubles]).toEqual([name, []]);
  });
});
