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
    await mia.page.getByRole('radio', { name: 'Copied from somebody else' }).check();
    await mia.press('Report');
    await mia.reads('Please say where it was copied from.');
    expect(await mia.page.getByRole('radio', { name: 'Copied' }).isChecked()).toBe(true);
    await mia.fill({ 'What should we know?': 'From the manual, page 12' });
    await mia.press('Report');
    await mia.reads('You have reported this.');

    const sue = await visit(await community.join('sue', 'SUPERUSER'));
    await sue.goTo('/desk/flags');
    await sue.reads('Copied from somebody else: From the manual, page 12');
    expect(await sue.link('Suspicious votes').count()).toBe(0);
    await sue.fill({ 'Message to those who reported it': 'Well spotted.' });
    await sue.press('Confirm reports');
    await sue.reads('No open reports');

    await mia.goTo('/reports');
    await mia.reads('You were right. Thank you.');
    await mia.reads('Moderator’s note: Well spotted.');
    for (const visitor of [mia, sue]) expect(visitor.troubles).toEqual([]);
  });

  it('one moderator proposes what is to be invalid, another confirms it without scripts, and an admin gives it back', async () => {
    const ann = await visit(await community.join('ann', 'MODERATOR'));
    await ann.goTo('/desk/fraud');
    await ann.link('Votes almost only on one person’s posts').click();
    await ann.page.getByRole('img', { name: /2 people, with an arrow/ }).waitFor();
    await ann.page.getByRole('checkbox').first().check();
    await ann.page.getByRole('checkbox').nth(1).check();
    await ann.page.getByRole('radio', { name: 'Only those selected above' }).check();
    await ann.page.locator('#propose').getByLabel('Why should it not count?').fill('They are one person.');
    await ann.press('Propose invalidation');
    await ann.reads('Somebody else has to confirm it.');
    expect(await ann.button('Confirm and take the points back').count()).toBe(0);

    const bob = await visit(await community.join('bob', 'MODERATOR'), { javaScriptEnabled: false });
    await bob.goTo(`/desk/fraud/${caseId}`);
    await bob.reads(/proposes to invalidate the entries marked “proposed”: They are one person\./);
    expect(await bob.page.getByText('proposed', { exact: true }).count()).toBe(2);
    await bob.press('Confirm and take the points back');
    await bob.reads(/confirmed the invalidation/);
    expect((await helper.standing()).reputation).toBe(10);

    const guest = await Visitor.arrive(browser, server.url);
    await guest.goTo('/record');
    await guest.heading('Invalidated votes').waitFor();
    expect(await guest.page.getByRole('row').nth(1).innerText()).toMatch(/2\s+0$/);
    expect(await guest.page.getByText('They are one person').count()).toBe(0);

    const stella = await visit(helper);
    await stella.goTo('/notices');
    await stella.reads(/2 votes on your posts were invalidated/);
    await stella.goTo('/people/helper?tab=reputation');
    await stella.reads('because two reviewers found that it was not earned honestly');

    const chief = await visit(await community.join('chief', 'ADMIN'));
    await chief.goTo(`/desk/fraud/${caseId}`);
    await chief.page.getByLabel('Why should it count again?').fill('They are colleagues.');
    await chief.press('Restore everything');
    await chief.reads('Everything was restored: They are colleagues.');
    expect((await helper.standing()).reputation).toBe(30);
    for (const visitor of [ann, bob, guest, stella, chief]) expect(visitor.troubles).toEqual([]);
  });

  it.each([true, false])(
    'an admin is told in German which figures are taken, and what was typed stays (scripts: %s)',
    async (javaScriptEnabled) => {
      const chief = await visit(community.admin, { javaScriptEnabled, locale: 'de-DE' });
      await chief.goTo('/desk/fraud');
      await chief.unfold('Schwellenwerte der Prüfung');
      const [share, votes, growth] = [
        'Ihr Anteil an allen Stimmen dieser Person (0,05 bis 1)',
        'Stimmen einer Person über Beiträge einer anderen',
        'Zuwachs, der einen entschiedenen Fall wieder öffnet (0,5 ist halb so viel dazu)',
      ] as const;
      expect(await chief.field(share).inputValue()).toBe('0,5');
      await chief.fill({ [share]: '7', [votes]: '2,5', [growth]: 'viel' });
      await chief.press('Speichern');
      await chief.reads('Gib einen Wert von 0,05 bis 1 ein.');
      await chief.reads('Gib eine ganze Zahl von 3 bis 1.000 ein.');
      await chief.reads('Gib einen Wert von 0 bis 10 ein.');
      expect(await chief.field(votes).inputValue()).toBe('2,5');
      await chief.fill({ [share]: '0,5', [votes]: '12', [growth]: '0,5' });
      await chief.press('Speichern');
      await chief.reads('Gespeichert. Sie gelten ab der nächsten nächtlichen Prüfung.');
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
    await moderator.fill({ 'Points to deduct': '1.5', 'Why?': 'Insulted people after a warning.' });
    await moderator.press('Deduct points');
    await moderator.page.locator('[name=points][aria-invalid=true]').waitFor();
    expect(await moderator.field('Points to deduct').inputValue()).toBe('1.5');
    await moderator.fill({ 'Points to deduct': '20', 'Why?': 'Insulted people after a warning.' });
    await moderator.press('Deduct points');
    await moderator.reads('20 points deducted by max');
    const stella = await visit(helper);
    await stella.goTo('/notices');
    await stella.reads('The moderators had to take action: Insulted people after a warning.');
    await moderator.fill({ 'Why is it lifted?': 'Apologised.' });
    await moderator.press('Give the points back');
    await moderator.reads('Lifted: Apologised.');
    expect((await helper.standing()).reputation).toBe(30);
  });
});
