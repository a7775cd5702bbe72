import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('becoming a superuser, %s', (_, javaScriptEnabled) => {
  let server: TestServer;
  let browser: Browser;
  let helper: Person;
  let staff: Person;
  let member: Visitor;
  let desk: Visitor;
  let invited: Visitor;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    const community = await Community.found(server.url);
    staff = await community.join('staffer', 'STAFF');
    helper = await community.join('helper');
    const nominator = await community.join('member');
    await server.db.database.query(`update account set reputation = 250 where username = 'member'`);
    const arrive = async ({ token }: Person) => {
      const visitor = await Visitor.arrive(browser, server.url, { javaScriptEnabled });
      await visitor.resume(token ?? '');
      return visitor;
    };
    [member, desk, invited] = [await arrive(nominator), await arrive(staff), await arrive(helper)];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const offer = (visitor: Visitor) => visitor.link('Nominate as superuser');

  it('is offered on profiles of those whom one can nominate, and leads to the form with their name', async () => {
    for (const [visitor, path] of [
      [member, '/people/member'],
      [member, '/people/staffer'],
      [invited, '/people/member'],
    ] as const) {
      await visitor.goTo(path);
      expect(await offer(visitor).count()).toBe(0);
    }
    await member.goTo('/people/helper?tab=reputation');
    await offer(member).click();
    await member.heading('Nominate somebody').waitFor();
    expect(await member.field('User name of the person').inputValue()).toBe('helper');
  });

  it('begins with somebody who knows a good one, and says why', async () => {
    await member.goTo('/');
    await member.link('Superusers').click();
    await member.heading('What it takes').waitFor();
    await member.reads('Nobody yet');
    await member.page.locator('#nominate form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await member.fill({ 'User name of the person': ' ', 'Why?': 'Kind.' });
    await member.press('Nominate');
    await member.reads('Please fill this in.');
    await member.reads('Please use 20 to 1,000 characters; there are 5.');
    await member.fill({
      'User name of the person': 'nobody-here',
      'Why?': 'They explain patiently, always.',
    });
    await member.press('Nominate');
    await member.reads('There is no user with this name.');
    expect(await member.field('Why?').inputValue()).toBe('They explain patiently, always.');
    await member.fill({ 'User name of the person': 'staffer' });
    await member.press('Nominate');
    await member.reads('staff cannot be nominated');
    await member.fill({ 'User name of the person': '@helper' });
    await member.press('Nominate');
    await member.reads('Thank you! The staff have your nomination.');
    await member.goTo('/people/helper');
    expect(await offer(member).count()).toBe(0);
  });

  it('goes on at the desk, where staff see figures and reasons and invite', async () => {
    await desk.goTo('/desk/superusers?list=near');
    await desk.press('Update now');
    await desk.reads('Nominated by 1 person');
    await desk.page.getByRole('link', { name: 'Nominations' }).click();
    await desk.reads('They explain patiently, always.');
    await desk.page
      .locator('summary')
      .filter({ hasText: /^\s*Invite\s*$/ })
      .click();
    await desk.page.getByLabel('What would you like to say? (optional)').first().fill('It would be good.');
    await desk.page.getByRole('button', { name: 'Send the invitation' }).first().click();
    await desk.reads(/Invited, can answer until/);
    await desk.unfold('Invite somebody else');
    await desk.fill({ 'User name of the person': 'helper' });
    await desk.press('Send the invitation');
    await desk.reads(/This is not possible/);
  });

  it('is up to whoever is invited: they read what it means, accept, and carry the mark of superusers', async () => {
    await invited.goTo('/notices');
    await invited.page.getByRole('link', { name: /invited to become a superuser/ }).click();
    await invited.heading('Your invitation').waitFor();
    await invited.reads('It would be good.');
    await invited.reads('You do not speak for the company');
    await invited.press('Accept');
    await invited.reads('Welcome, and thank you!');
    await invited.heading('You are a superuser').waitFor();
    await invited.goTo('/superusers/invitation');
    await invited.reads('No open invitation');

    await member.goTo('/superusers');
    await member.page.getByRole('main').getByRole('link', { name: 'helper' }).waitFor();
    expect(await member.page.getByRole('main').getByText('staffer').count()).toBe(0);
  });

  it('never makes them look like staff, who always do: badge, colour and words', async () => {
    const marks = async (username: string) => {
      await member.goTo(`/people/${username}`);
      const badge = member.page.getByRole('main').locator('header').locator('.superuser, .staff').first();
      return {
        words: (await badge.innerText()).trim(),
        colour: await badge.evaluate((node) => getComputedStyle(node).backgroundColor),
      };
    };
    const [ofSuperuser, ofStaff] = [await marks('helper'), await marks('staffer')];
    expect([ofSuperuser.words, ofStaff.words]).toEqual(['Superuser', 'Staff']);
    expect(ofSuperuser.colour).not.toBe(ofStaff.colour);

    const question = await helper.ask({ title: 'Why does the pump hum at night?' });
    await staff.answer(question.id);
    await helper.answer(question.id, 'Bleed the air out of it at the upper valve.');
    await member.goTo(question.path);
    const badges = async (name: string) =>
      (await member.answerBy(name).locator('.byline .pill').allInnerTexts()).map((text) => text.trim());
    expect(await badges('helper')).toEqual(['Superuser']);
    expect(await badges('staffer')).toEqual(['Staff']);
  });

  it('ends with thanks whenever they like', async () => {
    await invited.goTo('/superusers');
    await invited.unfold('Step down');
    await invited.press('Yes, I step down');
    await invited.reads('You are a member again, and always welcome.');
    expect(await invited.heading('You are a superuser').count()).toBe(0);
    await desk.goTo('/desk/superusers?list=past');
    await desk.reads(/Stepped down on/);
    expect([...member.troubles, ...desk.troubles, ...invited.troubles]).toEqual([]);
  });

  it('is offered once more before a term ends, and renewed by a press', async () => {
    await staff.act('inviteSuperuser', { userId: helper.id }, '__typename');
    await helper.get(`mutation { acceptSuperuserInvitation { user { id } } }`);
    const { database } = server.db;
    await database.query(`alter table superuser_term disable trigger superuser_term_is_kept`);
    await database.query(
      `update superuser_term set began_at = began_at - interval '350 days', ends_at = ends_at - interval '350 days'
        where ended_at is null`,
    );
    await database.query(`alter table superuser_term enable trigger superuser_term_is_kept`);
    await invited.goTo('/superusers');
    await invited.reads('You can renew it now');
    await invited.press('Renew');
    await invited.reads('Your term was renewed.');
    expect(await invited.button('Renew').count()).toBe(0);
    await desk.goTo('/desk/superusers?list=terms');
    await desk.reads(/renewed 1 time/);
  });
});
