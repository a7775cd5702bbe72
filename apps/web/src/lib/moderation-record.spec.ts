import { translatorOf } from './i18n.ts';
import { de } from './messages/de.ts';
import { en } from './messages/en.ts';
import { actKey, detailsOf } from './moderation-record.ts';

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
      { name: 'Along with it', to: '2 answers' },
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

  it('shows an act of a newer server as it was recorded', () => {
    expect(actKey('account.suspended')).toBeUndefined();
    expect(told('account.suspended', { days: 7, note: 'third time' })).toEqual([
      { name: 'days', to: '7' },
      { name: 'note', to: 'third time' },
    ]);
  });
});
