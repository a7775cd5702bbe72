import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

// Names of the form that a regular expression takes as they are.
const BOILER = 'Descaling the boiler of my flat';
const KETTLE = 'Descaling the kettle of my flat';
const IRON = 'Descaling the iron of my flat';

/** Two curators share the desk: Ann's browser runs scripts, Bob's does not. */
describe('a day at the curators’ desk', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let [asker, helper, reader]: Person[] = [];
  let ann: Visitor;
  let bob: Visitor;
  let guest: Visitor;
  let colleague: Person;
  let boiler: Posted;
  let answers: Record<'boiler' | 'kettle', Posted>;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    community = await Community.found(server.url);
    [asker, helper, reader] = [
      await community.join('asker'),
      await community.join('helper'),
      await community.join('reader'),
    ];
    boiler = await asker.ask({ title: BOILER });
    const kettle = await asker.ask({ title: KETTLE });
    answers = {
      boiler: await helper.answer(boiler.id, 'Run a litre of citric acid through it.'),
      kettle: await helper.answer(kettle.id, 'Boil vinegar in it and rinse it twice.'),
    };
    await asker.accept(answers.boiler.id);
    await asker.accept(answers.kettle.id);
    const staff = [await community.join('ann', 'STAFF'), await community.join('bob', 'STAFF')];
    colleague = staff[1]!;
    ann = await Visitor.arrive(browser, server.url);
    bob = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false });
    guest = await Visitor.arrive(browser, server.url);
    await ann.resume(staff[0]!.token!);
    await bob.resume(staff[1]!.token!);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const candidate = (visitor: Visitor, title: string) =>
    visitor.page.getByRole('listitem').filter({ has: visitor.page.getByRole('heading', { name: title }) });

  it('a reader has the same problem and says so, by keyboard, and takes it back', async () => {
    const visitor = await Visitor.arrive(browser, server.url);
    await visitor.resume(reader!.token!);
    await visitor.goTo(boiler.path);
    const button = visitor.page.getByRole('button', { name: /I have this too/ });
    await button.focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('button', { name: 'I have this too (1 person has this too)' }).waitFor();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    await visitor.page.getByRole('button', { name: /^I have this too$/ }).waitFor();
    await button.click();
    await visitor.page.getByRole('button', { pressed: true, name: /I have this too/ }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('guests are asked to log in for it, and come back', async () => {
    await guest.goTo(boiler.path);
    await guest.page.getByRole('button', { name: /I have this too/ }).click();
    await guest.heading('Log in').waitFor();
    expect(new URL(guest.page.url()).searchParams.get('next')).toBe(boiler.path);
  });

  it('Ann takes a candidate, with its reasons before her; Bob is told when he reaches for it', async () => {
    await bob.goTo('/candidates');
    await ann.goTo('/desk');
    await candidate(ann, BOILER).getByText('1 person has this too').waitFor();
    await candidate(ann, BOILER).getByRole('button', { name: 'Take it' }).click();
    await candidate(ann, BOILER).getByText('You are working on it until').waitFor();

    await candidate(bob, BOILER).getByRole('button', { name: 'Make an FAQ article' }).click();
    await candidate(bob, BOILER).getByText('ann is working on it. Talk to them').waitFor();
    await candidate(bob, BOILER).getByRole('button', { name: 'Do it anyway' }).waitFor();
    await bob.goTo('/candidates');
    await candidate(bob, BOILER)
      .getByText(/ann is working on it until/)
      .waitFor();
    await bob.link('In progress').click();
    expect(await bob.page.getByRole('main').getByRole('article').count()).toBe(1);
  });

  it('Bob declines the other one with a reason; Ann takes that back', async () => {
    await bob.goTo('/candidates');
    await bob.unfold('Not for the FAQ', candidate(bob, KETTLE));
    await candidate(bob, KETTLE).getByLabel('Why not? (for your colleagues)').fill('Everybody knows that');
    await candidate(bob, KETTLE).getByRole('button', { name: 'Decline', exact: true }).click();
    expect(await candidate(bob, KETTLE).count()).toBe(0);

    await ann.link('Declined').click();
    await candidate(ann, KETTLE).getByText('“Everybody knows that”').waitFor();
    await candidate(ann, KETTLE).getByRole('button', { name: 'Back to the queue' }).click();
    await ann.reads('None');
    await ann.link('Queue').click();
    await candidate(ann, KETTLE).waitFor();
  });

  it('what is refused is said at the candidate, and above the list once the candidate has left it', async () => {
    const iron = await asker!.ask({ title: IRON });
    const answer = await helper!.answer(iron.id, 'Let it steam with distilled water for an hour.');
    await asker!.accept(answer.id);
    await ann.goTo('/candidates');
    await colleague.act('claimCandidate', { answerId: answer.id }, '__typename');
    await candidate(ann, IRON).getByRole('button', { name: 'Make an FAQ article' }).click();
    await candidate(ann, IRON).getByText('bob is working on it. Talk to them').waitFor();

    await colleague.promote(answer.id);
    await candidate(ann, IRON).getByRole('button', { name: 'Do it anyway' }).click();
    await ann.page.getByRole('alert').getByText('This answer is in the FAQ already').waitFor();
    expect(await candidate(ann, IRON).count()).toBe(0);
  });

  it('nothing chosen makes no article; Ann chooses both and merges them', async () => {
    await ann.press('Create one article');
    await ann.reads('Please select one to ten candidates above.');
    for (const title of [BOILER, KETTLE]) {
      await ann.page.getByRole('checkbox', { name: new RegExp(`Select for merging ?: ${title}`) }).check();
    }
    const form = ann.page.getByRole('form', { name: 'One article from several answers' });
    await form.getByLabel('Title of the article').fill('Descaling boilers and kettles');
    await ann.press('Create one article');
    await ann.heading('Edit article').waitFor();
    const text = await ann.field('Text').inputValue();
    for (const piece of [`## ${BOILER}`, 'citric acid', `## ${KETTLE}`, 'vinegar']) {
      expect(text).toContain(piece);
    }
    for (const title of [BOILER, KETTLE])
      await ann.page.getByRole('article').getByRole('link', { name: title }).waitFor();
  });

  it('the admin asks for a second person; then Ann cannot publish alone', async () => {
    const admin = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false });
    await admin.resume(community.admin.token!);
    await admin.goTo('/desk/settings');
    await admin.page.getByLabel('Readers see only what a second person has approved').check();
    await admin.page.getByLabel('Score an accepted answer needs').fill('3');
    await admin.button('Save').first().click();
    await admin.reads('Saved');
    await admin.leave();

    await ann.goTo('/faq/descaling-boilers-and-kettles');
    await ann.press('Publish');
    await ann.reads('Somebody other than the author has to approve this version');
    await ann.link('Edit').click();
    await ann.press('Save and ask for a review');
    await ann.reads('Saved.');
    await ann.reads('You wrote this version: somebody else has to approve it.');
  });

  it('Bob finds it in review, wants a change, Ann makes it, and he approves', async () => {
    await ann.goTo('/desk/review');
    await ann.heading('Descaling boilers and kettles').waitFor();
    await bob.goTo('/desk/review');
    await bob.link('Descaling boilers and kettles').click();
    await bob.press('Ask for changes');
    await bob.reads('Please fill this in.');
    await bob.fill({ Remark: 'Say how long.' });
    await bob.press('Ask for changes');
    await bob.reads('Changes requested');

    await ann.goTo('/faq/descaling-boilers-and-kettles/edit');
    await ann.reads('Say how long.');
    await ann.fill({ Text: 'Run a litre of citric acid through it, for **twenty minutes**.' });
    await ann.press('Save and ask for a review');
    await ann.reads('Waiting for review');
    await bob.goTo('/faq/descaling-boilers-and-kettles/edit');
    await bob.press('Approve');
    await bob.reads('approved version 2');
  });

  it('it is set to go out later, then published by hand after all, with its contributor thanked', async () => {
    await ann.goTo('/faq/descaling-boilers-and-kettles/edit');
    await ann.fill({ 'Day and time (UTC)': '2001-01-01T10:00' });
    await ann.press('Set the time');
    await ann.reads('Please choose a time within the next year.');
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
    await ann.fill({ 'Day and time (UTC)': tomorrow });
    await ann.press('Set the time');
    await ann.reads('The newest version will be published on');
    await ann.press('Publish version 2');
    await ann.page.getByText('Did this help you?').waitFor();
    await guest.goTo('/faq/descaling-boilers-and-kettles');
    await guest.reads('twenty minutes');
    const origins = guest.page.locator('aside section').filter({ hasText: 'Source' });
    for (const title of [BOILER, KETTLE]) await origins.getByRole('link', { name: title }).waitFor();
    await guest.link('helper').first().waitFor();
    expect(
      (await helper!.standing()).entries.filter((entry) => entry.reason === 'ANSWER_PROMOTED'),
    ).toHaveLength(1);
  });

  it('the answer is edited: the editor shows both texts, and Bob says that the article is still right', async () => {
    await helper!.act(
      'editAnswer',
      { answerId: answers.boiler.id, body: 'Run two litres of citric acid through it.' },
      '__typename',
    );
    await bob.goTo('/candidates');
    await candidate(bob, BOILER).getByText('edited 1 time since').waitFor();
    expect(await candidate(bob, BOILER).getByRole('button', { name: 'Make an FAQ article' }).count()).toBe(0);
    await candidate(bob, BOILER).getByRole('link', { name: 'Descaling boilers and kettles' }).click();
    await bob.reads('An answer behind this article was edited');
    await bob.reads('Then (version 1)');
    await bob.reads('Today (version 2)');
    await bob.press('The article is still correct');
    expect(await bob.page.getByText('An answer behind this article was edited').count()).toBe(0);
  });

  it('the address changes, and the old one leads to the new one', async () => {
    await bob.page.getByLabel('/faq/…').fill('Descaling');
    await bob.press('Change the address');
    expect(new URL(bob.page.url()).pathname).toBe('/faq/descaling/edit');
    await guest.goTo('/faq/descaling-boilers-and-kettles');
    expect(new URL(guest.page.url()).pathname).toBe('/faq/descaling');
    const answer = await fetch(`${server.url}/faq/descaling-boilers-and-kettles`, { redirect: 'manual' });
    expect([301, 308]).toContain(answer.status);
  });

  it('Ann makes an earlier version the newest again', async () => {
    await ann.goTo('/faq/descaling/versions');
    await ann.press('Restore version 1');
    await ann.heading('Edit article').waitFor();
    expect(await ann.field('Text').inputValue()).toContain('vinegar');
    await ann.goTo('/faq/descaling/versions');
    await ann.reads('“Version 1 restored”');
  });

  it('the record tells it all, and nothing went wrong behind the pages', async () => {
    await ann.goTo('/record');
    for (const act of ['approved a version of an FAQ article', 'changed the FAQ rules']) await ann.reads(act);
    for (const [name, { troubles }] of Object.entries({ ann, bob, guest }))
      expect([name, troubles]).toEqual([name, []]);
  });
});
