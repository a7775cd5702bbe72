import type { FieldFault } from './transport.ts';
import type { Translator } from '#lib/i18n.ts';
import type { MessageKey } from '#lib/messages/types.ts';
import { privilegeKey } from '#lib/privileges.ts';

/**
 * The API explains itself in English. Fields left empty are asked for, whatever the API found wrong with nothing. For
 * readers of another language, what can be told from the field and what was typed is said in their words; the rest
 * stays as the API put it.
 */
export interface Wording {
  /** `typed`: what was sent, by field; a field that is not in it is not taken to be empty. */
  fieldProblem(form: string, field: FieldFault, typed: Readonly<Record<string, unknown>>): string;
  /** Asks for a field that was left empty. */
  missing(form: string, name: string): string;
  /** `missing`: the reputation that would open it, less what one has. */
  forbidden(message: string, requires: string | undefined, missing?: number): string;
  conflict(message: string): string;
}

/** Lengths that the API asks for, in characters; only to put a refusal into words, never to refuse. */
const lengths: Record<string, readonly [min: number, max: number]> = {
  title: [15, 150],
  body: [20, 50_000],
  comment: [2, 2000],
  displayName: [1, 60],
  siteName: [2, 60],
  name: [2, 60],
  tagline: [0, 160],
  reason: [0, 300],
  'report.remark': [0, 300],
  note: [0, 300],
  'standingRules.note': [0, 500],
  about: [0, 3000],
};

const sentences = {
  login: 'problem.login',
  currentPassword: 'problem.currentPassword',
  password: 'problem.password',
  newPassword: 'problem.password',
  username: 'problem.username',
  email: 'problem.email',
  tags: 'problem.tags',
  token: 'problem.token',
} as const satisfies Record<string, MessageKey>;

/** The same for fields whose name says too little, by the form that they stand in. */
const sentencesOfForms = [
  [
    /^(product|category)\b/,
    {
      name: 'products.nameProblem',
      slug: 'products.slugProblem',
      description: 'categories.descriptionProblem',
      position: 'products.positionProblem',
    },
  ],
  [/^(add|version)-/, { name: 'products.versionProblem', releasedOn: 'products.dayProblem' }],
  [/^rate-/, { stars: 'rating.starsProblem', comment: 'rating.commentProblem' }],
  [/^on-behalf-/, { reason: 'answer.onBehalfProblem' }],
  [/^erase$/, { username: 'erase.usernameProblem', password: 'erase.passwordProblem' }],
  [/^erase-/, { username: 'erase.usernameProblem', reason: 'admin.eraseReasonProblem' }],
  [/^nominate$/, { userId: 'superusers.whoProblem', reason: 'superusers.reasonHint' }],
  [/^invite-/, { userId: 'superuserDesk.whoProblem', message: 'superuserDesk.messageProblem' }],
  [
    /^badge$/,
    {
      names: 'badgeDesk.problem.name',
      descriptions: 'badgeDesk.problem.description',
      threshold: 'badgeDesk.problem.threshold',
      leastPosts: 'badgeDesk.problem.leastPosts',
      tag: 'badgeDesk.problem.tag',
      isRepeatable: 'badgeDesk.problem.repeatable',
      key: 'badgeDesk.problem.key',
    },
  ],
  [/^bounty$/, { amount: 'bounty.amountProblem' }],
  [/^report$/, { remark: 'report.remarkProblem' }],
  [/^sanction$/, { points: 'sanctions.pointsProblem', reason: 'problem.reason' }],
  [/^propose$/, { voteIds: 'fraud.nothingChosen', reason: 'problem.reason' }],
  [/^(dismiss|undo|lift-.*|rating-.*)$/, { reason: 'problem.reason' }],
  [/^shelves$/, { categoryIds: 'shelves.problem' }],
  [/^address$/, { slug: 'address.problem' }],
] as const satisfies readonly (readonly [form: RegExp, Readonly<Record<string, MessageKey>>])[];

type ValueOf<Texts> = Texts extends unknown ? Texts[keyof Texts] : never;
type SentenceOfForm = ValueOf<(typeof sentencesOfForms)[number][1]>;

/** For what a role alone opens. */
const roles: Readonly<Record<string, MessageKey & `role.${string}`>> = {
  SUPERUSER: 'role.superuser',
  MODERATOR: 'role.moderator',
  STAFF: 'role.staff',
  ADMIN: 'role.admin',
};

/** What takes another person than the one who is logged in. */
const others: Readonly<Record<string, 'problem.ownWork' | 'problem.somebodyElse' | 'problem.higherRole'>> = {
  ANOTHER_AUTHOR: 'problem.ownWork',
  SOMEBODY_ELSE: 'problem.somebodyElse',
  HIGHER_ROLE: 'problem.higherRole',
};

/** Empty tags are asked for with how many to give; the token of a reset link is nothing that anybody fills in. */
const askedForOtherwise: ReadonlySet<string> = new Set(['tags', 'token']);

export function wordingFor({ language, t }: Translator): Wording {
  function missing(form: string, name: string): string {
    if (name === 'email') return t('problem.missingEmail');
    const [min, max] = lengthsOf(form, name);
    return min > 1 ? t('problem.missingText', { min, max }) : t('problem.missing');
  }

  /** Undefined where something was typed, and where the field may be empty or has a sentence of its own for that. */
  function missingIfEmpty(form: string, name: string, typed: unknown): string | undefined {
    const isEmpty = typeof typed === 'string' && typed.trim() === '';
    const isKnown = name in lengths || `${form}.${name}` in lengths;
    const mayBeEmpty = isKnown && lengthsOf(form, name)[0] === 0;
    return isEmpty && !mayBeEmpty && !askedForOtherwise.has(name) ? missing(form, name) : undefined;
  }

  const inEnglish: Wording = {
    fieldProblem(form, { path, message }, typed) {
      const [name = ''] = path.split('.');
      return missingIfEmpty(form, name, typed[name]) ?? message;
    },
    missing,
    forbidden: (message) => message,
    conflict: (message) => message,
  };
  if (language === 'en') return inEnglish;

  function unknownTag(tag: string, near: readonly string[]): string {
    return near.length > 0
      ? t('problem.tagUnknown', { tag, near: near.join(', ') })
      : t('problem.tagUnknownAlone', { tag });
  }

  function rangeOf({ least, most, isWhole }: NonNullable<FieldFault['range']>): string {
    return t(isWhole ? 'problem.wholeRange' : 'problem.range', { least, most });
  }

  return {
    missing,
    fieldProblem(form, { path, message, code, value: refused = '', suggestions = [], range }, typed) {
      if (code === 'TAG_UNKNOWN') return unknownTag(refused, suggestions);
      const [name = ''] = path.split('.');
      if (code === 'OUT_OF_RANGE' && range) return rangeOf(range);
      const ofForm = sentenceOf(form, name);
      if (ofForm) return t(ofForm);
      const asked = missingIfEmpty(form, name, typed[name]);
      if (asked) return asked;
      if (name in sentences) return t(sentences[name as keyof typeof sentences]);
      const [min, max] = lengthsOf(form, name);
      const value = typed[name];
      const count = typeof value === 'string' ? [...value.trim()].length : 0;
      return count < min || count > max ? t('problem.length', { min, max, count }) : message;
    },
    forbidden(message, requires, points) {
      const other = others[requires ?? ''];
      if (other) return t(other);
      const role = roles[requires ?? ''];
      if (role) return t('error.requiresRole', { role: t(role) });
      const key = requires === undefined ? undefined : privilegeKey(requires);
      if (!key) return message;
      const what = t(key);
      return points ? t('error.requiresPoints', { what, n: points }) : t('error.requires', { what });
    },
    conflict: () => t('problem.conflict'),
  };
}

function sentenceOf(form: string, name: string): SentenceOfForm | undefined {
  const sentences: Readonly<Record<string, SentenceOfForm>> | undefined = sentencesOfForms.find(([shape]) =>
    shape.test(form),
  )?.[1];
  return sentences?.[name];
}

function lengthsOf(form: string, name: string): readonly [min: number, max: number] {
  const field = name === 'body' && form.startsWith('comment') ? 'comment' : name;
  return lengths[`${form}.${name}`] ?? lengths[field] ?? [0, Infinity];
}
