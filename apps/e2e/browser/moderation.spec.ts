import type { Browser } from 'playwright-core';
import { findArrangedVotes } from '../support/arranged-votes.js';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

describe('keeping order, on the pages', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let question: Posted;
  let helper: Person;
  let caseId: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    const asker = await community.join('asker');
    helper = await community.join('helper');
    question = await asker.ask({ title: 'How do I bleed a radiator?' });
    for (const part of ['first', 'second', 'third']) {
      const { id } = await helper.answer(question.id, `Turn the ${part} valve by a quarter, and wait.`);
      await asker.vote(id, 'UP');
    }
    caseId = await findArrangedVotes(server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const visit = async (person: Person, options: Parameters<typeof Visitor.arrive>[2] = {}) => {
    const visitor = await Visitor.arrive(browser, server.url, options);
    await visitor.resume(person.token ?? '');
    return visitor;
  };

  it('a member reports a post without scripts, a superuser decides, and the member reads what became of it', async () => {
    const mia = await visit(await community.join('mia'), { javaScriptEnabled: false });
    await mia.goTo(question.path);
    await mia.link('Report').first().click();
    await mia.heading('Report a post').waitFor();
    await mia.page.getByRole('radio', { name: 'It was copied from somebody else' }).check();
    await mia.press('Report');
    await mia.reads('Please say where it was copied from.');
    expect(await mia.page.getByRole('radio', { name: 'It was copied' }).isChecked()).toBe(true);
    await mia.fill({ 'What should we know?': 'From the manual, page 12' });
    await mia.press('Report');
    await mia.reads('You have reported this.');

    const sue = await visit(await community.join('sue', 'SUPERUSER'));
    await sue.goTo('/desk/flags');
    await sue.reads('It was copied from somebody else: From the manual, page 12');
    expect(await sue.link('Arranged votes').count()).toBe(0);
    await sue.fill({ 'A word to those who reported it': 'Well spotted.' });
    await sue.press('Right to report it');
    await sue.reads('Nothing waits');

    await mia.goTo('/reports');
    await mia.reads('You were right. Thank you.');
    await mia.reads('They say: Well spotted.');
    for (const visitor of [mia, sue]) expect(visitor.troubles).toEqual([]);
  });

  it('one moderator proposes what is to be invalid, another confirms it without scripts, and an admin gives it back', async () => {
    const ann = await visit(await community.join('ann', 'MODERATOR'));
    await ann.goTo('/desk/fraud');
    await ann.link('One votes for one other only').click();
    await ann.page.getByRole('img', { name: /2 people, with an arrow/ }).waitFor();
    await ann.page.getByRole('checkbox').first().check();
    await ann.page.getByRole('checkbox').nth(1).check();
    await ann.page.getByRole('radio', { name: 'Only those that are ticked above' }).check();
    await ann.page.locator('#propose').getByLabel('Why should it not count?').fill('They are one person.');
    await ann.press('Propose to invalidate');
    await ann.reads('Somebody else has to confirm it.');
    expect(await ann.button('Confirm, and take the points back').count()).toBe(0);

    const bob = await visit(await community.join('bob', 'MODERATOR'), { javaScriptEnabled: false });
    await bob.goTo(`/desk/fraud/${caseId}`);
    await bob.reads(/proposes to invalidate what is marked so: They are one person\./);
    expect(await bob.page.getByText('proposed', { exact: true }).count()).toBe(2);
    await bob.press('Confirm, and take the points back');
    await bob.reads(/confirmed the invalidation/);
    expect((await helper.standing()).reputation).toBe(10);

    const guest = await Visitor.arrive(browser, server.url);
    await guest.goTo('/record');
    await guest.heading('Votes that were found invalid').waitFor();
    expect(await guest.page.getByRole('row').nth(1).innerText()).toMatch(/2\s+0$/);
    expect(await guest.page.getByText('They are one person').count()).toBe(0);

    const stella = await visit(helper);
    await stella.goTo('/notices');
    await stella.reads(/2 votes on what you wrote did not count/);
    await stella.goTo('/people/helper?tab=reputation');
    await stella.reads('because two people found that it was not earned honestly');

    const chief = await visit(await community.join('chief', 'ADMIN'));
    await chief.goTo(`/desk/fraud/${caseId}`);
    await chief.page.getByLabel('Why should it count again?').fill('They are colleagues.');
    await chief.press('Give everything back');
    await chief.reads('Everything was given back: They are colleagues.');
    expect((await helper.standing()).reputation).toBe(30);
    for (const visitor of [ann, bob, guest, stella, chief]) expect(visitor.troubles).toEqual([]);
  });

  it.each([true, false])(
    'an admin is told in German which figures are taken, and what was typed stays (scripts: %s)',
    async (javaScriptEnabled) => {
      const chief = await visit(community.admin, { javaScriptEnabled, locale: 'de-DE' });
      await chief.goTo('/desk/fraud');
      await chief.unfold('Ab wann etwas angesehen wird');
      const [share, votes, growth] = [
        'Ihr Anteil an allen Stimmen dieser Person (0,05 bis 1)',
        'Stimmen einer Person für eine andere',
        'Zuwachs, der einen entschiedenen Fall zurückbringt (0,5 ist halb so viel dazu)',
      ] as const;
      expect(await chief.field(share).inputValue()).toBe('0,5');
      await chief.fill({ [share]: '7', [votes]: '2,5', [growth]: 'viel' });
      await chief.press('Speichern');
      await chief.reads('Hier geht 0,05 bis 1.');
      await chief.reads('Hier geht eine ganze Zahl, 3 bis 1.000.');
      await chief.reads('Hier geht 0 bis 10.');
      expect(await chief.field(votes).inputValue()).toBe('2,5');
      await chief.fill({ [share]: '0,5', [votes]: '12', [growth]: '0,5' });
      await chief.press('Speichern');
      await chief.reads('Gespeichert. Die nächste Nacht sieht danach nach.');
      expect(await chief.field(votes).inputValue()).toBe('12');
      await chief.fill({ [votes]: '10' });
      await chief.press('Speichern');
      await chief.leave();
    },
  );

  it('a moderator takes points and gives them back; the person reads why', async () => {
    const moderator = await visit(await community.join('max', 'MODERATOR'));
    await moderator.goTo('/desk/sanctions/helper');
    await moderator.page
      .locator('form[action*="impose"]')
      .evaluate((form) => form.setAttribute('novalidate', ''));
    await moderator.fill({ 'Points to take': '1.5', 'Why?': 'Insulted people after a warning.' });
    await moderator.press('Take the points');
    await moderator.page.locator('[name=points][aria-invalid=true]').waitFor();
    expect(await moderator.field('Points to take').inputValue()).toBe('1.5');
    await moderator.fill({ 'Points to take': '20', 'Why?': 'Insulted people after a warning.' });
    await moderator.press('Take the points');
    await moderator.reads('20 points taken, by max');
    const stella = await visit(helper);
    await stella.goTo('/notices');
    await stella.reads('Those who look after this place had to act: Insulted people after a warning.');
    await moderator.fill({ 'Why is it lifted?': 'Apologised.' });
    await moderator.press('Give the points back');
    await moderator.reads('Lifted: Apologised.');
    expect((await helper.standing()).reputation).toBe(30);
  });
});
