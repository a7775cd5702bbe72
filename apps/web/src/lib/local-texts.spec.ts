import { fieldsOfTexts, lacksLanguage, localesOf, textsIn, withOther } from './local-texts.ts';

describe('texts in several languages, in a form', () => {
  const names = [
    { locale: 'en', text: 'First answer' },
    { locale: 'pt-BR', text: 'Primeira resposta' },
  ];

  it('come out as they went in, in every language that there is', () => {
    expect(textsIn(fieldsOfTexts('names', names), 'names')).toEqual(names);
    expect(textsIn(fieldsOfTexts('names', names), 'descriptions')).toEqual([]);
  });

  it('have fields for English and German always, and for what there is besides', () => {
    expect(localesOf({})).toEqual(['en', 'de']);
    expect(localesOf({ ...fieldsOfTexts('names', names), 'descriptions.fr': 'Une', tier: 'GOLD' })).toEqual([
      ...['en', 'de', 'fr', 'pt-BR'],
    ]);
  });

  it('take one language more, if one was chosen', () => {
    const typed = { 'names.en': 'First answer', 'other.name': 'Ensimmäinen', 'other.description': '' };
    expect(withOther({ ...typed, 'other.locale': 'fi' })).toEqual({
      'names.en': 'First answer',
      'names.fi': 'Ensimmäinen',
      'descriptions.fi': '',
    });
  });

  it('ask which language it is, rather than lose what was typed for it', () => {
    const typed = { 'names.en': 'First answer', 'other.locale': '', 'other.name': 'Ensimmäinen' };
    expect(lacksLanguage(typed)).toBe(true);
    expect(withOther(typed)).toEqual(typed);
    expect(lacksLanguage({ ...typed, 'other.name': ' ' })).toBe(false);
    expect(lacksLanguage({ ...typed, 'other.locale': 'fi' })).toBe(false);
  });
});
