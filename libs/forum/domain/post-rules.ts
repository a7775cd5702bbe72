import { UserInputError } from '#libs/kernel';
import type { FieldProblem } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';

/** Lengths in characters as people count them (code points), after trimming. */
export const TITLE = { min: 15, max: 150 } as const;
export const BODY = { min: 20, max: 50_000 } as const;
export const COMMENT = { min: 2, max: 2_000 } as const;
export const TAGS = { min: 1, max: 5 } as const;
export const TAG_NAME = { max: 35 } as const;
export const REASON = { max: 300 } as const;

/** Letters and digits of any script, then also - . + #, as in `c++`, `.net`, `node.js` and `übung`. */
const TAG_SHAPE = /^\.?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.+#-]*[\p{L}\p{N}\p{M}+#])?$/u;
const LOCALE_SHAPE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Collects what is wrong with each field, so that a form shows all of it at once. */
export class FieldChecks {
  private readonly problems: FieldProblem[] = [];

  title(value: string): string {
    const title = normaliseText(value).replace(/\s+/g, ' ').trim();
    this.length('title', title, TITLE, 'The title');
    return title;
  }

  body(value: string): string {
    const body = normaliseText(value).trimEnd();
    this.length('body', body.trim(), BODY, 'The text');
    return body;
  }

  comment(value: string): string {
    const body = normaliseText(value).trim();
    this.length('body', body, COMMENT, 'A comment');
    return body;
  }

  reason(value: string | null | undefined): string | null {
    const reason = normaliseText(value ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    if (length(reason) > REASON.max) this.add('reason', `The reason takes ${REASON.max} characters at most.`);
    return reason || null;
  }

  /** A reason that must be given, because the act is done to others and is on record. */
  requiredReason(value: string | null | undefined): string {
    const reason = this.reason(value);
    if (!reason) this.add('reason', `Please say why, in up to ${REASON.max} characters.`);
    return reason ?? '';
  }

  /** @param limits articles may do without tags, questions may not */
  tags(values: readonly string[], limits: { min: number; max: number } = TAGS): string[] {
    const names = [...new Set(values.map(tagName))].filter((name) => name !== '');
    if (names.length < limits.min || names.length > limits.max) {
      this.add('tags', `Please give ${limits.min} to ${limits.max} tags.`);
    }
    names.forEach((name) => {
      if (!TAG_SHAPE.test(name) || length(name) > TAG_NAME.max) {
        this.add(
          'tags',
          `The tag “${name.slice(0, 50)}” does not work: up to ${TAG_NAME.max} letters, digits and - . + # without spaces.`,
        );
      }
    });
    return names;
  }

  /** A BCP 47 language tag; the fallback if none was given. */
  locale(value: string | null | undefined, fallback: string): string {
    if (value == null || value === '') return fallback;
    if (value.length > 35 || !LOCALE_SHAPE.test(value)) {
      this.add('locale', 'The language must be a BCP 47 tag such as en or pt-BR.');
    }
    return value;
  }

  /** Takes along what others found wrong. */
  include(problems: readonly FieldProblem[]): void {
    this.problems.push(...problems);
  }

  /** @throws UserInputError with everything that was found */
  done(): void {
    if (this.problems.length > 0) throw new UserInputError(this.problems);
  }

  private length(
    path: string,
    value: string,
    { min, max }: { min: number; max: number },
    name: string,
  ): void {
    const count = length(value);
    if (count < min || count > max) {
      this.add(
        path,
        `${name} needs ${min} to ${max.toLocaleString('en')} characters; this one has ${count.toLocaleString('en')}.`,
      );
    }
  }

  private add(path: string, message: string): void {
    this.problems.push({ path, message });
  }
}

/** A tag as it is kept: lower case, words joined by hyphens. */
export function tagName(value: string): string {
  return normaliseText(value)
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function length(text: string): number {
  // Counting code points of a text far over the limit would only cost time.
  return text.length > 4 * BODY.max ? text.length : [...text].length;
}
