import { translatorFor } from './translate.ts';
import { wordingFor } from './wording.ts';

const english = wordingFor(translatorFor('en'));
const german = wordingFor(translatorFor('de'));

describe('why a form was refused', () => {
  const tooShort = { path: 'title', message: 'The title needs 15 to 150 characters; this one has 5.' };

  it('is said in the words of the API to English readers', () => {
    expect(english.fieldProblem('ask', tooShort, { title: 'Hilfe' })).toBe(tooShort.message);
  });

  it('is said in German to German readers, with the figures', () => {
    expect(german.fieldProblem('ask', tooShort, { title: 'Hilfe' })).toBe(
      'Bitte 15 bis 150 Zeichen; es sind 5.',
    );
  });

  it('counts characters as people do, and knows that comments are short', () => {
    const field = { path: 'body', message: 'A comment needs 2 to 2,000 characters; this one has 1.' };
    expect(german.fieldProblem('comments-q_1', field, { body: '👩🏽' })).toBe(field.message);
    expect(german.fieldProblem('comments-q_1', field, { body: 'x' })).toContain(
      '2 bis 2.000 Zeichen; es sind 1',
    );
  });

  it('stays as the API put it where the length is not the reason', () => {
    const field = { path: 'title', message: 'The title must not be all capitals.' };
    expect(german.fieldProblem('ask', field, { title: 'WARUM QUIETSCHT DAS RAD?' })).toBe(field.message);
  });

  it('asks for what was left empty, whatever the API found wrong with nothing', () => {
    const name = { path: 'username', message: 'A user name takes 2 to 30 characters.' };
    expect(english.fieldProblem('register', name, { username: ' ' })).toBe('Please fill this in.');
    expect(german.fieldProblem('register', name, { username: '' })).toBe('Bitte füll das noch aus.');
    expect(german.fieldProblem('ask', tooShort, { title: '' })).toBe(
      'Bitte füll das noch aus: 15 bis 150 Zeichen.',
    );
    expect(german.fieldProblem('register', { path: 'email', message: 'Malformed.' }, { email: '' })).toBe(
      'Bitte gib deine E-Mail-Adresse ein.',
    );
  });

  it('does not ask anybody to fill in what they cannot: a reset link without its secret is no longer good', () => {
    const token = { path: 'token', message: 'This link does not work any more.' };
    expect(english.fieldProblem('reset', token, { token: '' })).toBe(token.message);
    expect(german.fieldProblem('reset', token, { token: '' })).toContain('Dieser Link');
  });

  it('is said by the form where the field alone says too little', () => {
    const taken = { path: 'name', message: 'There is a product of this name already.' };
    expect(english.fieldProblem('product', taken, { name: 'Hearth' })).toBe(taken.message);
    expect(german.fieldProblem('product', taken, { name: 'Hearth' })).toContain('gibt es schon');
    expect(german.fieldProblem('version-v_1', { ...taken, path: 'name' }, { name: '3 beta' })).toContain(
      'Wort',
    );
    expect(
      german.fieldProblem('address', { path: 'slug', message: 'This address leads to another article.' }, {}),
    ).toContain('keinem anderen Artikel');
  });

  it('says whose turn it is where nobody may judge their own work', () => {
    const said = german.forbidden(
      'You wrote this version: somebody else has to approve it.',
      'ANOTHER_AUTHOR',
    );
    expect(said).toContain('jemand anders');
  });

  it('names the tag that nobody has used, and those that come near', () => {
    const unknown = { path: 'tags', message: 'In English.', code: 'TAG_UNKNOWN', value: 'heizng' };
    const near = { ...unknown, suggestions: ['heizung', 'heizen'] };
    expect(english.fieldProblem('ask', near, { tags: 'heizng' })).toBe('In English.');
    expect(german.fieldProblem('ask', near, { tags: 'heizng' })).toMatch(
      /„heizng“.*Ähnlich sind: heizung, heizen\./,
    );
    expect(german.fieldProblem('ask', unknown, { tags: 'heizng' })).toContain('eines, das es schon gibt');
  });

  it('says how many points are missing for a privilege', () => {
    expect(german.forbidden('Voting down needs 125 reputation; you have 124.', 'VOTE_DOWN', 1)).toBe(
      'Dafür brauchst du das Recht „Dagegen stimmen“: Dir fehlt noch 1 Punkt Ansehen.',
    );
  });

  it('says which figures a field takes, as German readers write them', () => {
    const figure = (isWhole: boolean, least: number) => ({
      ...{ path: 'serialShare', message: 'This must be a number.', code: 'OUT_OF_RANGE' },
      range: { least, most: 1_000, isWhole },
    });
    expect(german.fieldProblem('thresholds', figure(false, 0.05), { serialShare: '7' })).toBe(
      'Gib einen Wert von 0,05 bis 1.000 ein.',
    );
    expect(german.fieldProblem('thresholds', figure(true, 3), { serialShare: '2,5' })).toBe(
      'Gib eine ganze Zahl von 3 bis 1.000 ein.',
    );
    expect(english.fieldProblem('thresholds', figure(true, 3), { serialShare: '1' })).toBe(
      'This must be a number.',
    );
  });

  it('asks for a reason that is nothing but spaces, and says who else is needed', () => {
    const reason = { path: 'reason', message: 'Please say why, in up to 300 characters.' };
    for (const form of ['propose', 'dismiss', 'undo', 'sanction', 'lift-s_1', 'rating-r_1']) {
      expect(german.fieldProblem(form, reason, { reason: '  ' })).toContain('Bitte sag, warum');
    }
    expect(german.forbidden('An invalidation needs two people.', 'SOMEBODY_ELSE')).toContain('jemand anders');
    expect(german.forbidden('Below their own role only.', 'HIGHER_ROLE')).toContain('Rolle unter deiner');
    expect(german.forbidden('This needs STAFF.', 'STAFF')).toContain('Rolle');
  });

  it('names the missing privilege', () => {
    expect(german.forbidden('Voting down needs 125 reputation.', 'VOTE_DOWN')).toBe(
      'Dafür brauchst du das Recht „Dagegen stimmen“.',
    );
    expect(german.forbidden('This needs something new.', 'SOMETHING_NEW')).toBe('This needs something new.');
  });
});
