import type { Browser } from 'playwright-core';
import { ratingsOn } from '#libs/testing';
import { launchBrowser } from '../support/browser.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

describe('rating those who helped', () => {
  let server: TestServer;
  let browser: Browser;
  let community: Community;
  let asker: Person;
  let helper: Person;
  let question: Posted;
  let answer: Posted;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ RATE_LIMITS: 'off' }), launchBrowser()]);
    community = await Community.found(server.url);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  let round = 0;
  beforeEach(async () => {
    round++;
    [asker, helper] = [await community.join(`asker-${round}`), await community.join(`helga-${round}`)];
    question = await asker.ask({ title: 'How do I bleed a radiator?' });
    answer = await helper.answer(question.id);
  });
  afterEach(() => {
    expect(visitors.flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  const visit = async (person: Person, options: Parameters<typeof Visitor.arrive>[2] = {}) => {
    const visitor = await Visitor.arrive(browser, server.url, options);
    await visitor.resume(person.token ?? '');
    visitors.push(visitor);
    return visitor;
  };
  const ask = () => `How was ${helper.username}’s help?`;

  it('the asker accepts, is asked quietly, and says how it was', async () => {
    const visitor = await visit(asker);
    await visitor.goTo(question.path);
    expect(await visitor.heading(ask()).count()).toBe(0);
    await visitor.press('This solved it');
    await visitor.heading(ask()).waitFor();
    await visitor.page.getByRole('radio', { name: '4 stars' }).check();
    await visitor.unfold('Say more');
    const solved = visitor.page.getByRole('group', { name: 'Did it solve your problem?' });
    await solved.getByRole('radio', { name: 'Yes' }).check();
    await visitor.fill({ 'A private remark (optional)': 'Patient and exact.' });
    await visitor.press('Save rating');
    await visitor.reads('You gave 4 stars');
    expect(await visitor.heading(ask()).count()).toBe(0);

    await visitor.unfold('You gave 4 stars');
    expect(await solved.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true);
    expect(await visitor.field('A private remark (optional)').inputValue()).toBe('Patient and exact.');
  });

  it('whoever would rather not says so without JavaScript, and is not asked again but still can', async () => {
    await asker.accept(answer.id);
    const visitor = await visit(asker, { javaScriptEnabled: false });
    await visitor.goTo(question.path);
    await visitor.press('No, thanks');
    expect(await visitor.heading(ask()).count()).toBe(0);
    await visitor.unfold(`Rate ${helper.username} as a helper`);
    await visitor.page.getByRole('radio', { name: '5 stars' }).check();
    await visitor.press('Save rating');
    await visitor.reads('You gave 5 stars');
  });

  it('stars and remarks that cannot be are refused beside what they are about, and the rest stays', async () => {
    await asker.accept(answer.id);
    const visitor = await visit(asker, { javaScriptEnabled: false });
    await visitor.goTo(question.path);
    const send = (stars: string, remark: string) =>
      visitor.page.locator('form[action*="rate"]').evaluate(
        (form, typed) => {
          const [fifth] = form.querySelectorAll<HTMLInputElement>('[name=stars][value="5"]');
          const said = form.querySelector('textarea');
          if (!fifth || !said) throw new Error('there is no form to rate with');
          [fifth.value, fifth.checked] = [typed.stars, true];
          said.removeAttribute('maxlength');
          said.value = typed.remark;
          (form as HTMLFormElement).submit();
        },
        { stars, remark },
      );
    await send('9', 'Patient.');
    await visitor.page
      .getByRole('group', { name: 'How good was this person' })
      .getByText('Please give 1 to 5')
      .waitFor();
    expect(await visitor.field('A private remark (optional)').inputValue()).toBe('Patient.');
    await send('4.5', '');
    await visitor.reads('Please give 1 to 5 stars.');
    await send('5', 'x'.repeat(10_000));
    await visitor.reads('A remark takes 500 characters at most.');
    expect(await visitor.page.getByRole('radio', { name: '5 stars' }).isChecked()).toBe(true);
    expect(await visitor.page.getByText('You gave').count()).toBe(0);
  });

  it('a helper sees the average with what it begins with, and remarks; others see no remarks', async () => {
    const askers = await Promise.all([1, 2, 3, 4, 5].map((nth) => community.join(`guest-${round}-${nth}`)));
    const own = await visit(helper);
    await own.goTo(`/people/${helper.username}?tab=ratings`);
    await own.reads(`Nobody has rated ${helper.username} as a helper yet`);
    for (const [place, person] of askers.entries()) {
      const asked = await person.ask();
      const helped = await helper.answer(asked.id);
      const given = { answerId: helped.id, stars: 5, solved: true, comment: `Remark ${place}` };
      await person.act('rateHelper', given, '__typename');
      if (place === 0) {
        await own.goTo(`/people/${helper.username}?tab=ratings`);
        await own.reads('1 rating as a helper, too few for an average');
        await own.reads('An average is shown from 5 ratings.');
      }
    }
    const desk = ratingsOn(server.db.database);
    await desk.daysPass();
    await desk.publication.publish();

    await own.goTo(`/people/${helper.username}?tab=ratings`);
    await own.reads('4.3');
    await own.reads('Calculated as if there were 5 more ratings of 3.5 stars');
    await own.reads('100% of 5 who answered this');
    for (const place of askers.keys()) await own.reads(`Remark ${place}`);
    const guest = await Visitor.arrive(browser, server.url, { javaScriptEnabled: false });
    visitors.push(guest);
    await guest.goTo(`/people/${helper.username}?tab=ratings`);
    await guest.reads('4.3');
    expect(await guest.page.getByText('Remark').count()).toBe(0);
  });

  it('a moderator finds the abusive one and makes it void; it is in the record, and the asker is told', async () => {
    const moderator = await community.join(`modesta-${round}`, 'MODERATOR');
    await asker.act('rateHelper', { answerId: answer.id, stars: 1, comment: 'What a fool.' }, '__typename');
    const visitor = await visit(moderator, { javaScriptEnabled: false });
    await visitor.goTo('/desk/ratings?order=lowest&which=remarks');
    const item = visitor.page.getByRole('listitem').filter({ hasText: 'What a fool.' });
    await visitor.unfold('Invalidate', item);
    await item.getByLabel('Why (for the record)').fill('An insult.');
    await item.getByRole('button', { name: 'Invalidate' }).click();
    await visitor.reads(`invalidated by ${moderator.username}: An insult.`);
    await visitor.goTo('/record');
    await visitor.reads('invalidated a rating of a helper');

    const rater = await visit(asker);
    await rater.goTo(question.path);
    await rater.unfold('You gave 1 star');
    await rater.reads('Moderators invalidated your rating: it does not count and cannot be changed.');
    expect(await rater.button('Save rating').count()).toBe(0);
  });

  it('the desk leads members nowhere, and moderators to what is theirs', async () => {
    const moderator = await visit(await community.join(`moritz-${round}`, 'MODERATOR'));
    expect(await moderator.goTo('/desk')).toBe(200);
    expect(await moderator.goTo('/desk/ratings')).toBe(200);
    expect(await moderator.goTo('/desk/settings')).toBe(403);
    expect(await (await visit(asker)).goTo('/desk/ratings')).toBe(403);
  });
});
