import type { en } from './en.ts';

export type MessageKey = keyof typeof en;

/** The texts of one part of the site by key. */
export type Wording = Record<string, string | PluralMessage>;

/** Every language says every thing that English says; counted texts have the plural forms that language needs. */
export type Translation<Texts> = {
  readonly [K in keyof Texts]: Texts[K] extends string ? string : PluralMessage;
};

export type Messages = Translation<typeof en>;

export type PluralMessage = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type NamesIn<Message> = Message extends string
  ? Names<Message>
  : Message extends { other: infer Text extends string }
    ? Names<Text> | 'n'
    : never;

/** What `t(key, …)` takes after the key: nothing, or one object with the names that occur in the English text. */
export type MessageParams<K extends MessageKey> =
  NamesIn<(typeof en)[K]> extends never ? [] : [values: Record<NamesIn<(typeof en)[K]>, string | number>];
