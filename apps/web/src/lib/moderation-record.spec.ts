import { translatorOf } from './i18n.ts';
import { de } from './messages/de.ts';
import { en } from './messages/en.ts';
import { actKey, detailsOf, subjectOf } from './moderation-record.ts';

const english = translatorOf('en', en);
const german = translatorOf('de', de);

function told(action: string, details: object, translator = english) {
  return detailsOf({ action, details: JSON.stringify(details) }, translator);
}

describe('the record of moderation', () => {
  it('names a role as the rest of the site does', () => {
    const change = { from: 'MEMBER', to: 'SUPERUSER' };
    expect(told('account.role-changed', change)).toEqual([{ name: '', from: 'Member', to: 'Superuser' }]);
    expect(told('account.role-changed', change, german)).toEqual([
      { name: '', from: 'Mitglied', to: 'Superuser' },
    ]);
  });

  it('says why a question was deleted and what went with it', () => {
    expect(told('question.deleted', { reason: 'Advertising', answersHidden: 2 })).toEqual([
      { name: 'Reason', to: 'Advertising' },
      { name: 'Including', to: '2 answers' },
    ]);
    expect(told('question.deleted', { reason: null, answersHidden: 0 })).toEqual([]);
  });

  it('keeps the earlier house rules readable', () => {
    expect(told('site.updated', { houseRules: { from: 'Be kind.', to: 'Be kind, always.' } })).toEqual([
      { name: 'House rules', from: 'Be kind.', to: 'Be kind, always.' },
    ]);
  });

  it('says which version of an article it was', () => {
    expect(told('article.edited', { version: 3, reason: 'Typo' })).toEqual([
      { name: 'Version', to: '3' },
      { name: 'Reason', to: 'Typo' },
    ]);
    expect(told('article.archived', { slug: 'reset', version: 2, was: 'PUBLISHED' })).toEqual([
      { name: 'Version', to: '2' },
      { name: 'Before', to: 'Published' },
    ]);
  });

  it('names what it was about by the words of its address', () => {
    const about = (subjectKind: string, subjectPath: string | null) =>
      subjectOf({ subjectKind, subjectPath }, english);
    expect(about('ANSWER', '/questions/97/how-do-i-clean-the-brushes#answer-98')).toEqual({
      kind: 'Answer to',
      name: 'how do i clean the brushes',
    });
    expect(about('ARTICLE', '/faq/heizk%C3%B6rper-entl%C3%BCften')?.name).toBe('heizkörper entlüften');
    expect(about('ACCOUNT', '/people/tomas-w')).toEqual({ kind: 'Person', name: '@tomas-w' });
    expect(about('SITE', null)).toBeNull();
  });

  it('shows an act of a newer server as it was recorded', () => {
    expect(actKey('account.suspended')).toBeUndefined();
    expect(told('account.suspended', { days: 7, note: 'third time' })).toEqual([
      { name: 'days', to: '7' },
      { name: 'note', to: 'third time' },
    ]);
  });
});
