import { english } from './english.js';
import { german } from './german.js';
import { madeUpNames, Writer } from './grammar.js';
import { Random } from './random.js';

/** A question with one answer, or an article of the FAQ. */
export interface GeneratedDocument {
  kind: 'question' | 'article';
  locale: string;
  title: string;
  tags: string[];
  paragraphs: string[];
  answer: string[];
  isAccepted: boolean;
  score: number;
}

export const TAGS = (
  'setup repair network power noise safety billing delivery account software hardware display sound storage cleaning ' +
  'maintenance compatibility warranty upgrade security printing heating cooling water transport outdoor camera audio ' +
  'office kitchen'
).split(' ');

const SEED = 20_261_122;
const NAMES = 6_000;
const SHARE_OF_GERMAN = 0.4;
const SHARE_OF_ARTICLES = 0.05;
const SHARE_OF_ACCEPTED = 0.3;

/**
 * So many documents in English and German that look like those of a support community: few words make up most of the
 * text, thousands are rare, and titles name what their texts speak of. The same every time.
 */
export function* generatedDocuments(count: number): Generator<GeneratedDocument> {
  const random = new Random(SEED);
  const names = madeUpNames(NAMES, random);
  const writers = { en: new Writer(english, names, random), de: new Writer(german, names, random) };
  for (let n = 0; n < count; n++) {
    const writer = random.next() < SHARE_OF_GERMAN ? writers.de : writers.en;
    const topic = writer.topic();
    yield {
      kind: random.next() < SHARE_OF_ARTICLES ? 'article' : 'question',
      locale: writer.language.locale,
      title: writer.title(topic),
      tags: random.shuffled(TAGS).slice(0, 1 + random.below(3)),
      paragraphs: writer.paragraphs(topic, 1 + random.below(4)),
      answer: writer.paragraphs(topic, 1 + random.below(3)),
      isAccepted: random.next() < SHARE_OF_ACCEPTED,
      // Most get no vote or one, a few get dozens.
      score: Math.floor(random.next() ** 6 * 40),
    };
  }
}
