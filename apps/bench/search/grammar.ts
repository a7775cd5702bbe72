import type { Random } from './random.js';
import { Zipf } from './random.js';

/** A thing that texts speak of; the gender is what an article agrees with, where the language has genders. */
export interface Noun {
  word: string;
  gender: string;
}

/** What a language's texts are made of. Slots of templates: `{thing}`, or `{den thing}` with an article that agrees. */
export interface Language {
  locale: string;
  nouns: readonly Noun[];
  /** The rarer half of all nouns: made of two words. */
  compounds: readonly Noun[];
  verbs: readonly string[];
  adjectives: readonly string[];
  /** When it happens: `after the update`. */
  moments: readonly string[];
  titles: readonly string[];
  sentences: readonly string[];
  /** By the article of a slot and the gender of its noun. */
  articles: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What one question is about: it comes up again and again in its title and text. */
export interface Topic {
  thing: Noun;
  part: Noun;
  name: string;
  model: string;
  verb: string;
  moment: string;
}

/** Chooses words as often as natural texts do, and puts them into sentences. */
export class Writer {
  private readonly nouns: Zipf<Noun>;
  private readonly names: Zipf<string>;
  private readonly verbs: Zipf<string>;
  private readonly adjectives: Zipf<string>;

  constructor(
    readonly language: Language,
    names: readonly string[],
    private readonly random: Random,
  ) {
    this.nouns = new Zipf([...random.shuffled(language.nouns), ...random.shuffled(language.compounds)]);
    this.names = new Zipf(names);
    this.verbs = new Zipf(random.shuffled(language.verbs));
    this.adjectives = new Zipf(random.shuffled(language.adjectives));
  }

  topic(): Topic {
    const letters = 'ABCDEGKLMPRSTVX';
    return {
      thing: this.nouns.pick(this.random),
      part: this.nouns.pick(this.random),
      name: this.names.pick(this.random),
      model: `${letters[this.random.below(letters.length)]}${10 * (1 + this.random.below(90))}`,
      verb: this.verbs.pick(this.random),
      moment: this.random.pick(this.language.moments),
    };
  }

  title(topic: Topic): string {
    return this.filled(this.random.pick(this.language.titles), topic);
  }

  /** Paragraphs of a few sentences each. */
  paragraphs(topic: Topic, count: number): string[] {
    return Array.from({ length: count }, () =>
      Array.from({ length: 2 + this.random.below(4) }, () =>
        this.filled(this.random.pick(this.language.sentences), topic),
      ).join(' '),
    );
  }

  private filled(template: string, topic: Topic): string {
    const text = template.replace(/\{(?:(\w+) )?(\w+)\}/g, (_, article: string | undefined, slot: string) => {
      const filler = this.filler(slot, topic);
      if (typeof filler === 'string') return filler;
      const agreeing = article === undefined ? undefined : this.language.articles[article]?.[filler.gender];
      return agreeing === undefined ? filler.word : `${agreeing} ${filler.word}`;
    });
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  private filler(slot: string, topic: Topic): string | Noun {
    if (slot in topic) return topic[slot as keyof Topic];
    if (slot === 'noun') return this.nouns.pick(this.random);
    if (slot === 'adjective') return this.adjectives.pick(this.random);
    if (slot === 'other') return this.verbs.pick(this.random);
    throw new RangeError(`no template may have a slot {${slot}}`);
  }
}

const ONSETS = 'b br c d dr f fl g gr h k kl l m n p pl qu r s st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ei au ia'.split(' ');
const ENDINGS = 'n r x l s t m ra do na xis tor lin mo ric va'.split(' ');

/** Names of products and brands that nobody has: the long tail of every vocabulary. */
export function madeUpNames(count: number, random: Random): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const syllables = Array.from(
      { length: 1 + random.below(2) + random.below(2) },
      () => random.pick(ONSETS) + random.pick(VOWELS),
    );
    const name = syllables.join('') + random.pick(ENDINGS);
    if (name.length >= 4) names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...names];
}
