import type { Database } from '#libs/platform';
import { isUnused, NOTHING_KNOWN, type Correction, type KnownWords } from '../domain/known-words.js';
import { MATCH_END, MATCH_START, markedHtml } from '../domain/marking.js';
import { apart, endsInBeginning, type Asked, type Term } from '../domain/query.js';
import type { RuleBook } from '../domain/rules.js';
import { wordsOf } from '../domain/words.js';
import { Lexicon } from './lexicon.js';
import { Parameters } from './parameters.js';
import { conditionsSql } from './postgres-conditions.js';
import { retagged, type Replacement } from './tag-spelling.js';
import { attemptAt, quoted } from './tsquery.js';
import { usedLanguages } from './languages.js';

/** Another way to write what was typed, that finds more. */
export interface DidYouMean {
  query: string;
  /** Escaped, with what is different wrapped in `<mark>`. */
  html: string;
}

/** What to put in the place of which words. */
type Reading = ReadonlyMap<string, Correction>;

/** What a reading would find. */
interface Promised {
  hits: number;
  /** Some of it. */
  ids: string[];
}

/** A neighbour in spelling that is so many times as frequent was probably meant. */
const MUCH_MORE_FREQUENT = 20;
/** Each is looked up in the index. */
const MOST_READINGS = 16;
/** What has more hits than this is not a better reading for it. */
const HITS_COUNTED = 100;
const SAMPLES = 5;

/** Offers other spellings of words that nobody uses, or hardly anybody. */
export class Spelling {
  private readonly lexicon: Lexicon;

  constructor(private readonly database: Database) {
    this.lexicon = new Lexicon(database, 'search_lexicon');
  }

  /**
   * The spelling that finds most, together with everything else that was asked; of those that find as much, the most
   * frequent words. None that finds nothing. Operators and phrases stay as they were typed, but for tags that nobody uses.
   *
   * @param found how many things were found; if any, words that somebody uses are taken to be meant as they are
   * @param known what an engine has learned of the words already
   */
  async didYouMean(
    asked: Asked,
    rules: RuleBook,
    found: number,
    known?: KnownWords,
  ): Promise<DidYouMean | undefined> {
    const tagged = await retagged(asked, this.database);
    // By a tag that nobody uses nothing is found, which says nothing about the words.
    const isForWords = found === 0 && tagged.replacements.length === 0;
    const all = readingsOf(asked, known ?? (await this.lookUp(asked, found)), isForWords);
    const readings = all.filter(({ size }) => size + tagged.replacements.length > 0);
    if (readings.length === 0) return undefined;
    const promised = await this.promised(readings, tagged.asked, rules);
    const best = promised
      .map((promise, turn) => ({ ...promise, reading: readings[turn] ?? new Map<string, Correction>() }))
      .filter(({ hits }) => hits > 0)
      .sort((a, b) => b.hits - a.hits || frequencyOf(b.reading) - frequencyOf(a.reading))[0];
    if (!best) return undefined;
    const words = replacements(asked, best.reading, await this.asWritten(best));
    return offer(asked.text, [...words, ...tagged.replacements]);
  }

  private async lookUp(asked: Asked, found: number): Promise<KnownWords> {
    const words = asked.typed.map(({ folded }) => folded);
    const known = await this.lexicon.lookUp(words, endsInBeginning(asked.terms));
    if (found === 0) await this.lexicon.correctRare(known);
    return known;
  }

  /** What each reading would find by all of its words. */
  private async promised(readings: readonly Reading[], asked: Asked, rules: RuleBook): Promise<Promised[]> {
    if (asked.terms.length === 0) return [await this.promisedByConditions(asked)];
    const languages = await usedLanguages(this.database);
    const asking = languages.map(({ language }) => ({ language, stopWords: new Set<string>() }));
    const queries = readings.flatMap((reading, turn) => {
      const terms = asked.terms.flatMap(apart).map((term) => respelled(term, reading));
      const { tsqueries } = attemptAt(
        { terms, withTypos: false },
        { ...asked, terms },
        new Map(),
        asking,
        rules,
      );
      return tsqueries.flatMap((tsquery, at) =>
        tsquery === '' ? [] : [{ turn, config: languages[at]?.config ?? '', tsquery }],
      );
    });
    const parameters = new Parameters();
    const [turns, configs, tsqueries] = [
      parameters.add(queries.map(({ turn }) => turn)),
      parameters.add(queries.map(({ config }) => config)),
      parameters.add(queries.map(({ tsquery }) => tsquery)),
    ];
    const rows = await this.database.query<Promised & { turn: number }>(
      `select asked.turn, count(*)::integer as hits, (array_agg(found.id))[:${SAMPLES}] as ids
       from unnest(${turns}::integer[], ${configs}::text[], ${tsqueries}::text[]) as asked (turn, config, tsquery)
       cross join lateral (
         select d.id from search_document d
         where d.config = asked.config and d.vector @@ to_tsquery(asked.config::regconfig, asked.tsquery)
           and ${conditionsSql(asked, parameters)}
         limit ${HITS_COUNTED}
       ) found
       group by asked.turn`,
      parameters.values,
    );
    const byTurn = new Map(rows.map((row) => [row.turn, row]));
    return readings.map((_, turn) => byTurn.get(turn) ?? { hits: 0, ids: [] });
  }

  /** Where no words are asked for, there is one reading, and everything fits that fulfils the conditions. */
  private async promisedByConditions(asked: Asked): Promise<Promised> {
    const parameters = new Parameters();
    const unwanted = parameters.add(asked.excluded.map((words) => words.map(quoted).join(' <-> ')));
    const rows = await this.database.query<{ id: string }>(
      `select d.id from search_document d
       where ${conditionsSql(asked, parameters)}
         and not exists (
           select from unnest(${unwanted}::text[]) as unwanted (tsquery)
           where d.vector @@ to_tsquery(d.config::regconfig, unwanted.tsquery)
         )
       limit 1`,
      parameters.values,
    );
    return { hits: rows.length, ids: [] };
  }

  /** The lexicon has folded words; this looks how people write them, with their accents. */
  private async asWritten({ reading, ids }: Promised & { reading: Reading }): Promise<Map<string, string>> {
    const texts = await this.database.query<{ title: string; text: string }>(
      'select title, text from search_document where id = any($1)',
      [ids],
    );
    const wanted = new Set([...reading.values()].map(({ word }) => word));
    const written = new Map<string, string>();
    for (const source of texts.flatMap(({ title, text }) => [title, text])) {
      if (written.size === wanted.size) break;
      for (const { folded, start, end } of wordsOf(source)) {
        if (!wanted.has(folded) || written.has(folded)) continue;
        // Lower case, but for words that are written with capitals inside a sentence.
        written.set(folded, spelled(source.slice(start, end), start));
      }
    }
    return written;
  }
}

function replacements(
  { typed }: Asked,
  reading: Reading,
  written: ReadonlyMap<string, string>,
): Replacement[] {
  return typed.flatMap(({ folded, start, end }) => {
    const correction = reading.get(folded)?.word;
    return correction === undefined ? [] : [{ start, end, text: written.get(correction) ?? correction }];
  });
}

function offer(typed: string, replacements: readonly Replacement[]): DidYouMean {
  let query = '';
  let marked = '';
  let position = 0;
  for (const { start, end, text } of [...replacements].sort((a, b) => a.start - b.start)) {
    const before = typed.slice(position, start);
    query += before + text;
    marked += `${before}${MATCH_START}${text}${MATCH_END}`;
    position = end;
  }
  const rest = typed.slice(position);
  return { query: (query + rest).trim(), html: markedHtml((marked + rest).trim()) };
}

/**
 * The ways to spell the search that are worth a look: words that nobody uses have to be spelled differently, and where
 * nothing was found, others may be.
 */
function readingsOf({ typed }: Asked, known: KnownWords, isNothingFound: boolean): Reading[] {
  const words = new Set(typed.map(({ folded }) => folded));
  const choices = [...words].flatMap((word) => {
    const knowledge = known.get(word) ?? NOTHING_KNOWN;
    const { documents, completions, corrections } = knowledge;
    if (isUnused(knowledge)) return [{ word, corrections: [...corrections] as (Correction | undefined)[] }];
    if (!isNothingFound || completions.length > 0) return [];
    const better = corrections.filter((one) => one.documents > documents * MUCH_MORE_FREQUENT);
    return better.length === 0 ? [] : [{ word, corrections: [undefined, ...better] }];
  });
  const perWord = Math.floor(MOST_READINGS ** (1 / choices.length));
  let readings: Reading[] = [new Map()];
  for (const { word, corrections } of choices) {
    readings = readings.flatMap((reading) =>
      corrections
        .slice(0, Math.max(1, perWord))
        .map((correction) => (correction ? new Map(reading).set(word, correction) : reading)),
    );
  }
  return readings;
}

function respelled(term: Term, reading: Reading): Term {
  const [word = ''] = term.words;
  const correction = term.phrase ? undefined : reading.get(word);
  return correction ? { words: [correction.word], phrase: false, prefix: false } : term;
}

function frequencyOf(reading: Reading): number {
  return [...reading.values()].reduce((sum, { documents }) => sum + documents, 0);
}

function spelled(word: string, start: number): string {
  return start === 0 && word.slice(1) === word.slice(1).toLowerCase() ? word.toLowerCase() : word;
}
