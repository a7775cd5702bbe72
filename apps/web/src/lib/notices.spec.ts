import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { translatorOf } from './i18n.ts';
import { de } from './messages/de.ts';
import { en } from './messages/en.ts';
import type { Notice, NoticeKind } from './model/notices.ts';
import { noticeText, shortCount } from './notices.ts';

const english = translatorOf('en', en);
const german = translatorOf('de', de);

function notice(kind: NoticeKind, facts: Partial<Notice> = {}): Notice {
  const nothing = {
    title: null,
    path: null,
    name: null,
    points: null,
    reputationBefore: null,
    reputationAfter: null,
    count: null,
    until: null,
    reason: null,
    by: null,
    privileges: null,
  };
  return { id: 'i_1', kind, createdAt: '2026-05-03T10:00:00.000Z', isRead: false, ...nothing, ...facts };
}

describe('what notices say', () => {
  it('has words in both languages for every kind that the API tells', () => {
    const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
    const kinds = schema.getType('NoticeKind');
    if (!isEnumType(kinds)) throw new Error('the API has no kinds of notices');
    const facts = {
      name: 'Guide',
      points: 50,
      reputationBefore: 1_200,
      reputationAfter: 900,
      count: 2,
      until: '2026-12-24T00:00:00.000Z',
      reason: 'Advertising',
      by: { displayName: 'Mo' },
    };
    for (const { name } of kinds.getValues()) {
      for (const translator of [english, german]) {
        const text = noticeText(notice(name as NoticeKind, facts), translator);
        expect(text).not.toContain(name);
        expect(text).not.toMatch(/[{}]|undefined|NaN|notice\./);
      }
    }
    expect(kinds.getValues().length).toBeGreaterThan(10);
  });

  it('names a privilege as the rest of the site does', () => {
    const gained = notice('PRIVILEGE_GAINED', { name: 'VOTE_DOWN' });
    expect(noticeText(gained, english)).toContain('“Downvote”');
    expect(noticeText(notice('PRIVILEGE_GAINED', { name: 'A_NEWER_ONE' }), english)).toContain(
      '“A_NEWER_ONE”',
    );
  });

  it('names all that rests at once in one sentence', () => {
    const lost = notice('PRIVILEGES_LOST', { privileges: ['VOTE_DOWN', 'OFFER_BOUNTY'] });
    expect(noticeText(lost, english)).toMatch(
      /^Paused for now: “Downvote”, “Offer bounties”\. They come back/,
    );
  });

  it('counts as the language does, and says what was taken', () => {
    const one = notice('VOTES_INVALIDATED', { count: 1, points: -10 });
    expect(noticeText(one, english)).toMatch(/^One vote .* by −10\.$/);
    expect(noticeText({ ...one, count: 3, points: -1_030 }, german)).toMatch(
      /^3 Stimmen .* um −1\.030 geändert\.$/,
    );
  });

  it('says what reputation was and is, once it was counted anew, and that points came back', () => {
    const anew = notice('RULES_CHANGED', { reputationBefore: 1_200, reputationAfter: 0 });
    expect(noticeText(anew, english)).toContain('yours was 1,200 and is now 0');
    expect(noticeText(anew, german)).toContain('Deins war 1.200 und ist jetzt 0');
    const back = notice('VOTES_GIVEN_BACK', { count: 2, points: 20 });
    expect(noticeText(back, english)).toMatch(/^2 votes .* again\. .* by \+20\.$/);
  });

  it('says how many points a measure took', () => {
    const sanction = notice('SANCTIONED', { reason: 'Werbung, wieder.', points: -20 });
    expect(noticeText(sanction, german)).toMatch(/Werbung, wieder\. \(−20 Ansehen\)$/);
  });

  it('says who accepted in somebody’s name and why, also when they have left', () => {
    const accepted = notice('ACCEPTED_ON_BEHALF', { reason: 'It works for five others.' });
    expect(noticeText({ ...accepted, by: { displayName: 'Mo' } }, english)).toMatch(
      /^Mo has accepted .* “It works for five others\.” .* undo it at any time\.$/,
    );
    expect(noticeText(accepted, german)).toMatch(/^Jemand aus der Moderation hat für dich/);
  });

  it('says until when a measure holds only where it ends', () => {
    const sanction = notice('SANCTIONED', { reason: 'Advertising, again.' });
    expect(noticeText(sanction, english)).not.toContain('until');
    expect(noticeText({ ...sanction, until: '2026-12-24T00:00:00.000Z' }, english)).toMatch(
      /Advertising, again\. It applies until .*2026\.$/,
    );
  });

  it('shows what a newer server tells by its name', () => {
    expect(noticeText(notice('SOMETHING_NEW' as NoticeKind), english)).toBe('SOMETHING_NEW');
  });

  it('has little room in the header', () => {
    expect([shortCount(7), shortCount(99), shortCount(100)]).toEqual(['7', '99', '99+']);
  });
});
