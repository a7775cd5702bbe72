import type { FieldFault } from './transport.ts';
import type { Translator } from '#lib/i18n.ts';
import type { MessageKey } from '#lib/messages/types.ts';
import { privilegeKey } from '#lib/privileges.ts';

/**
 * The API explains itself in English. For readers of another language, whatever can be told from the field and what
 * was typed is said in their words; the rest stays as the API put it.
 */
export interface Wording {
  fieldProblem(form: string, field: FieldFault, values: Record<string, string>): string;
  forbidden(message: string, requires: string | undefined): string;
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

export function wordingFor({ language, t }: Translator): Wording {
  const inEnglish: Wording = {
    fieldProblem: (_form, field) => field.message,
    forbidden: (message) => message,
    conflict: (message) => message,
  };
  if (language === 'en') return inEnglish;

  return {
    fieldProblem(form, { path, message }, values) {
      const [name = ''] = path.split('.');
      if (name in sentences) return t(sentences[name as keyof typeof sentences]);
      const [min, max] = lengths[name === 'body' && form.startsWith('comment') ? 'comment' : name] ?? [
        0,
        Infinity,
      ];
      const count = [...(values[name] ?? '').trim()].length;
      return count < min || count > max ? t('problem.length', { min, max, count }) : message;
    },
    forbidden(message, requires) {
      const key = requires === undefined ? undefined : privilegeKey(requires);
      return key ? t('error.requires', { what: t(key) }) : message;
    },
    conflict: () => t('problem.conflict'),
  };
}
