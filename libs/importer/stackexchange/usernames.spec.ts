import { requireUsername } from '#libs/accounts';
import { usernameCandidates } from './usernames.js';

it.each([
  ['Kevin Montrose', 'kevin-montrose'],
  ['  J. Random   Hacker ', 'j-random-hacker'],
  ["Conan O'Brien", 'conan-obrien'],
  ['Łukasz Groß-Ørsted', 'lukasz-gross-orsted'],
  ['José Ñandú', 'jose-nandu'],
  ['ｆｕｌｌ　ｗｉｄｔｈ', 'full-width'],
  ['Вадим Ёлкин', 'vadim-elkin'],
  ['Γιώργος', 'giorgos'],
  ['a_b__c', 'a_b__c'],
  ['<script>alert(1)</script>', 'script-alert-1-script'],
  ['x'.repeat(200), 'x'.repeat(30)],
])('%s is called %s if nobody is yet', (displayName, username) => {
  expect(usernameCandidates(displayName, 17, 1)[0]).toBe(username);
});

it.each([
  ['a reserved name', 'Admin'],
  ['a reserved name in disguise', 'Ａdmin'],
  ['another script', '管理者'],
  ['nothing readable', '😀'],
  ['one letter', 'J'],
  ['no name', ''],
])('%s gets a number', (_what, displayName) => {
  expect(usernameCandidates(displayName, 4711, 1)[0]).toMatch(/^[a-z-]+-4711$/);
});

it('every name is one that could be registered, and there are several to choose from', () => {
  for (const displayName of ['Kevin', 'Admin', '😀', '--', 'x'.repeat(99), 'á-', 'user', 'Community']) {
    const names = usernameCandidates(displayName, -1, 1);
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(requireUsername(name, { isFounder: false })).toBe(name);
  }
});
