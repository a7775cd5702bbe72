import { UserInputError } from '#libs/kernel';

export const USERNAME = { min: 2, max: 30 } as const;
export const DISPLAY_NAME = { max: 60 } as const;

const SHAPE = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$/;

/** Letters of other scripts that look like Latin ones, for the names that people choose to show. */
const LOOKALIKES: Record<string, string> = {
  ...{
    а: 'a',
    в: 'b',
    е: 'e',
    ё: 'e',
    з: '3',
    и: 'u',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
  },
  ...{
    р: 'p',
    с: 'c',
    ѕ: 's',
    т: 't',
    у: 'y',
    ү: 'y',
    х: 'x',
    ԁ: 'd',
    ԛ: 'q',
    ԝ: 'w',
    һ: 'h',
    ӏ: 'l',
    ո: 'n',
  },
  ...{
    α: 'a',
    β: 'b',
    γ: 'y',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    μ: 'u',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
  },
  ...{ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', '@': 'a', $: 's' },
};

/** Names that speak for the house, or that are words of its addresses. Only the founder may take one. */
const RESERVED = new Set(
  [
    ...[
      'admin',
      'administrator',
      'root',
      'system',
      'sysadmin',
      'webmaster',
      'postmaster',
      'hostmaster',
      'abuse',
    ],
    ...[
      'moderator',
      'mod',
      'mods',
      'staff',
      'support',
      'helpdesk',
      'official',
      'team',
      'peerdesk',
      'security',
    ],
    ...[
      'superuser',
      'everyone',
      'here',
      'all',
      'nobody',
      'anonymous',
      'guest',
      'deleted',
      'former-member',
      'erased',
      'null',
      'undefined',
    ],
    ...['me', 'you', 'settings', 'login', 'logout', 'register', 'setup', 'api', 'graphql', 'search', 'faq'],
  ].map(skeleton),
);

/**
 * What a name looks like at a glance: two names with the same skeleton could be taken for each other. The idea is
 * that of Unicode Technical Standard 39; the table is our own short one.
 */
export function skeleton(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/./gu, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[1il|]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
  return letters === '' ? name.toLowerCase() : letters;
}

/** @throws UserInputError on `username` if the name is malformed, or reserved and not the founder's. */
export function requireUsername(username: string, options: { isFounder: boolean }): string {
  const name = username.trim();
  if (name.length < USERNAME.min || name.length > USERNAME.max) {
    throw UserInputError.field('username', `A user name has ${USERNAME.min} to ${USERNAME.max} characters.`);
  }
  if (!SHAPE.test(name)) {
    throw UserInputError.field(
      'username',
      'A user name has letters from a to z, digits, - and _ only, and a letter or a digit at both ends.',
    );
  }
  if (!options.isFounder && RESERVED.has(skeleton(name))) {
    throw UserInputError.field('username', 'This user name is reserved. Please choose another one.');
  }
  return name;
}

/** @throws UserInputError on `displayName` if it is empty, too long or pretends to be the house. */
export function requireDisplayName(displayName: string, options: { isTeam: boolean }): string {
  const name = displayName.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim();
  if (name === '' || [...name].length > DISPLAY_NAME.max) {
    throw UserInputError.field('displayName', `A display name has 1 to ${DISPLAY_NAME.max} characters.`);
  }
  if (!options.isTeam && RESERVED.has(skeleton(name))) {
    throw UserInputError.field('displayName', 'This display name is reserved. Please choose another one.');
  }
  return name;
}
