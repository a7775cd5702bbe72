import type { Browser } from 'playwright-core';
import { Builders } from '#libs/testing';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

describe('what people find out about their standing', () => {
  let server: TestServer;
  let browser: Browser;
  let helper: Person;
  let readers: Person[];
  let questions: Posted[];
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ RATE_LIMITS: 'on' }), launchBrowser()]);
    await new Builders(server.db.database).rules((rules) => ({
      ...rules,
      privileges: {
        ...rules.privileges,
        OFFER_BOUNTY: 30,
        VOTE_DOWN: 50,
        NOMINATE_SUPERUSER: 60,
        CREATE_TAG: 100,
      },
      votes: { upPerDay: 3, downPerDay: 2, upPerAuthor: 2, downPerAuthor: 1 },
    }));
    const community = await Community.found(server.url);
    const askers = await community.joinMany(4, 'asker');
    for (const asker of askers) {
      await server.db.database.query(
        `update account set privileges = privileges || '{CREATE_TAG}' where username = $1`,
        [asker.username],
      );
    }
    questions = await Promise.all(askers.map((asker) => asker.ask({ tags: ['boiler', 'descaling'] })));
    helper = await community.join('helper');
    const { id } = await helper.answer(questions[0]!.id);
    readers = await community.joinMany(4);
    for (const reader of readers) await reader.vote(id, 'UP');
    await askers[0]!.accept(id);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function visit(person: Person, options: Parameters<typeof Visitor.arrive>[2] = {}): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, server.url, options);
    await visitor.resume(person.token ?? '');
    visitors.push(visitor);
    return visitor;
  }

  it('one page says why they have their points, what they may do, and what is next', async () => {
    const visitor = await visit(helper, { javaScriptEnabled: false });
    await visitor.goTo(`/people/helper`);
    await visitor.link('All about your standing').click();
    await visitor.heading('You have 55 points of reputation.').waitFor();
    const { page } = visitor;
    await page.getByRole('row', { name: /Answer upvoted 4 entries \+40/ }).waitFor();
    await page.getByRole('row', { name: /Answer accepted 1 entry \+15/ }).waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: /^\s*Downvote\s+by your reputation/ })
      .waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: /^\s*Ask questions\s+for everyone/ })
      .waitFor();
    await visitor.reads('Next: Nominate superusers, at 60 points. You need 5 more.');
    await page.getByRole('progressbar', { name: 'Nominate superusers' }).waitFor();
    await visitor.reads(
      'Nothing has been counted yet, so you are at 50%. “Priority for your reports” is unlocked at 80%: ' +
        '6 more good ones get you there, if no bad one comes in between.',
    );
    await visitor.reads('“Downvote” is unlocked at 80%, and you already have it.');
    await visitor.reads('3 of 3');
    await visitor.reads('On posts by the same person: at most 2 up and 1 down.');
  });

  it('the rules are there for everybody to read, without scripts and without an account', async () => {
    const guest = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false });
    visitors.push(guest);
    await guest.goTo('/house-rules');
    await guest.link('How reputation works: all the rules').click();
    await guest.reads(/Version 2, in force since/);
    const { page } = guest;
    await page.getByRole('row', { name: 'Your answer is accepted +15' }).waitFor();
    await page.getByRole('row', { name: 'Your answer gets a downvote −2' }).waitFor();
    await guest.reads('Upvotes earn at most 200 points per day (UTC).');
    await page.getByRole('row', { name: 'Downvote 50 points' }).waitFor();
    await page.getByRole('row', { name: 'Ask questions as soon as you are logged in' }).waitFor();
    await guest.reads('“Downvote” is unlocked at 80%: 6 good ones and no bad one are enough.');
    await guest.reads('3 up, at most 2 of them on posts by the same person.');
    await guest.reads('With 30 points or more, you can offer 50 to 500 of them');
    await page.getByRole('row', { name: 'Luminary 10,000 100 5' }).waitFor();
    await guest.reads('Reputation needed to downvote. from 125 to 50');

    await guest.link('All rules of version 1').click();
    await guest.reads('These rules are out of date: version 1');
    await page.getByRole('row', { name: 'Downvote 125 points' }).waitFor();
    await guest.link('Current rules').click();
    await page.getByRole('row', { name: 'Downvote 50 points' }).waitFor();
    expect(await guest.goTo('/rules?version=99')).toBe(404);
    expect(await guest.goTo('/rules?version=two')).toBe(404);
    guest.troubles.length = 0;
  });

  it('and say to a member which of it their points reach', async () => {
    const visitor = await visit(helper, { locale: 'de-DE' });
    await visitor.goTo('/standing');
    await visitor.link('So funktioniert das Ansehen: alle Regeln').click();
    await visitor.reads('Du hast 55 Punkte.');
    const row = (name: RegExp) => visitor.page.getByRole('row', { name });
    await row(/^Dagegen stimmen genug Punkte 50 Punkten$/).waitFor();
    await row(/^Superuser vorschlagen noch 5 Punkte 60 Punkten$/).waitFor();
    // Ranks are seen to within a minute.
    await row(/^(Neu|Aktiv) dabei dein Rang/).waitFor();
  });

  it('warns of what they are about to lose, and says until when', async () => {
    await server.db.database.query(
      `with had as (update account set privileges = privileges || '{NOMINATE_SUPERUSER}' where username = 'helper'
                    returning id)
       insert into privilege_at_risk (account_id, privilege, since)
       select id, 'NOMINATE_SUPERUSER', now() - interval '3 days' from had`,
    );
    const end = new Date(Date.now() + 11 * 86_400_000);
    const shown = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(end);
    const visitor = await visit(helper);
    await visitor.goTo('/standing');
    await visitor.reads(`Paused from ${shown}, unless your reputation is back at 60 by then.`);
  });

  it('the last vote of the day is followed by when it goes on, and the page counts along', async () => {
    const visitor = await visit(readers[0]!, { javaScriptEnabled: false });
    for (const question of questions.slice(1)) {
      await visitor.goTo(question.path);
      await visitor.button('This is useful').first().click();
    }
    await visitor.reads('You have used all 3 votes of this kind for today. You can vote again from');
    await visitor.goTo('/standing');
    await visitor.reads('0 of 3');
    await visitor.reads('2 of 2');
  });

  it('a refusal says how many points are missing, also in German', async () => {
    const visitor = await visit(readers[1]!, { locale: 'de-DE' });
    await visitor.goTo(questions[1]!.path);
    await visitor.button('Das ist nicht nützlich').first().click();
    await visitor.reads('Dafür brauchst du das Recht „Dagegen stimmen“: Dir fehlen noch 50 Punkte Ansehen.');
  });

  it('a tag that nobody has used is answered with those that come near, and what was typed stays', async () => {
    const visitor = await visit(readers[2]!, { javaScriptEnabled: false });
    await visitor.goTo('/ask?title=Why+does+the+boiler+hum+at+night');
    await visitor.fill({
      Tags: 'boilr descaling',
      'The details': 'It hums from ten in the evening until six.',
    });
    await visitor.press('Next: look for similar questions');
    await visitor.press('Post question');
    await visitor.reads('Nobody has used the tag “boilr” yet');
    await visitor.reads('Tags that come near: boiler.');
    expect(await visitor.field('Tags').inputValue()).toBe('boilr descaling');
    expect(await visitor.field('The details').inputValue()).toContain('It hums');
    await visitor.fill({ Tags: 'boiler descaling' });
    await visitor.press('Post question');
    await visitor.heading('Why does the boiler hum at night').first().waitFor();
  });

  it('and nothing went wrong behind any of it', () => {
    expect(visitors.flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});
