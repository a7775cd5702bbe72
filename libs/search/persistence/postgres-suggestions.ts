import type { Database } from '#libs/platform';
import type { Draft, EngineHit } from '../domain/engine.js';
import type { Correction } from '../domain/known-words.js';
import { languageOf, PREFERENCE } from '../domain/language.js';
import type { RuleBook } from '../domain/rules.js';
import { LEAST_LIKENESS, together } from '../domain/suggestions.js';
import { spaced, withoutControls } from '../domain/words.js';
import type { FoundRow, HitPresenter } from './hit-presenter.js';
import type { UsedLanguage } from './languages.js';
import { distinctWords, type Lexicon } from './lexicon.js';
import { BOOST } from './postgres-ranking.js';
import { quoted } from './tsquery.js';

interface Parts {
  database: Database;
  lexicon: Lexicon;
  presenter: HitPresenter;
  languages: readonly UsedLanguage[];
  rules: RuleBook;
}

/** What a word of a draft may mean, and how much it tells if it does. */
interface Reading {
  word: string;
  weight: number;
}

/** A word of a draft: as it stands, or what it may be a misspelling of, the likeliest first. */
interface TellingWord {
  readings: [Reading, ...Reading[]];
  /** That have the likeliest. */
  documents: number;
}

interface AlikeRow extends FoundRow {
  /** The place of the draft in the list of drafts. */
  turn: number;
  byTitle: boolean;
  rank: number;
}

/** Each is looked up in the index. */
const MOST_READINGS = 5;
const TITLE_WORDS = 6;
const BODY_WORDS = 3;
/** Words of the body tell less about what is asked than those of the title. */
const BODY_WEIGHT = 0.3;
/** How many documents are compared; rare words are looked up first, so the telling ones are among them. */
const CANDIDATES = 600;
/** An article of which the title says something else holds so much of what tells. */
const LEAST_IN_TEXT = 0.6;
/** By how many words articles are looked up in their text; most texts have the common ones, and those take longest. */
const WORDS_LOOKED_UP = 3;
/** How many articles of each of these words are looked at, and how many are compared: that means to unpack them. */
const ARTICLES_A_WORD = 100;
const ARTICLES_COMPARED = 10;
/** What the likest thing of all has. */
const HIGHEST_RANK = 1.6;
const LONGEST_BODY_READ = 4_000;

/**
 * Things like the questions that are being written. Words count by how rare they are: most of a title ("how do I get
 * my … to") says nothing about what it asks.
 */
export async function suggestInPostgres(drafts: readonly Draft[], parts: Parts): Promise<EngineHit[][]> {
  const words = await tellingWords(drafts, parts);
  const rows = await alike(drafts, words, parts);
  const byTurn = Map.groupBy(rows, ({ turn }) => turn);
  return Promise.all(
    drafts.map(({ first }, turn) => {
      const own = byTurn.get(turn) ?? [];
      const titled = own.filter(({ byTitle }) => byTitle);
      const shown = together(
        titled,
        own.filter(({ byTitle }) => !byTitle),
        first,
      );
      const readings = (words[turn] ?? []).flatMap((word) => word.readings);
      const marked = { words: readings.map(({ word }) => word), beginnings: [] };
      return parts.presenter.present(shown, marked, shown.map(scoreOf));
    }),
  );
}

async function alike(
  drafts: readonly Draft[],
  words: readonly TellingWord[][],
  { database, languages }: Parts,
): Promise<AlikeRow[]> {
  const given = words.flatMap((ofDraft, turn) =>
    ofDraft.flatMap(({ readings }, place) => {
      const either = readings.map(({ word }) => quoted(word)).join(' | ');
      const [{ weight: usual }] = readings;
      return readings.map((reading, at) => ({
        ...reading,
        turn,
        place,
        usual,
        isLikeliest: at === 0,
        either,
      }));
    }),
  );
  if (given.length === 0 || languages.length === 0) return [];
  return database.query<AlikeRow>(ALIKE, [
    languages.map(({ config }) => config),
    given.map(({ turn }) => turn),
    given.map(({ word }) => quoted(word)),
    given.map(({ weight }) => weight),
    given.map(({ place }) => place),
    given.map(({ usual }) => usual),
    given.map(({ isLikeliest }) => isLikeliest),
    given.map(({ either }) => either),
    drafts.map((_, turn) => turn),
    drafts.map(({ first }) => first),
    drafts.map(({ except }) => except ?? ''),
    drafts.map(({ preferLocale = '' }) => {
      const preferred = languageOf(preferLocale);
      return languages.find(({ language }) => language === preferred)?.config ?? '';
    }),
  ]);
}

/**
 * A misspelled word counts in each document as the reading that the document has, in what is reached as in what could
 * be: as if it had been typed so. What has none of the readings lacks the likeliest.
 */
const LIKENESS = 'compared.weight / (draft.weight - compared.usual + compared.weight)';

const ALIKE = `
  with words as materialized (
    select turn, config, place, weight, usual, is_likeliest, to_tsquery(config::regconfig, word) as tsquery,
           case when is_likeliest then to_tsquery(config::regconfig, either) end as either
    from unnest($1::text[]) as config,
         unnest($2::integer[], $3::text[], $4::float8[], $5::integer[], $6::float8[], $7::boolean[], $8::text[])
           as given (turn, word, weight, place, usual, is_likeliest, either)
  ),
  telling as materialized (
    -- a stop word of a language has an empty query there and tells nothing, nor does what most likely is one
    select word.* from words word
    join words likeliest using (turn, config, place)
    where likeliest.is_likeliest and numnode(likeliest.tsquery) > 0 and numnode(word.tsquery) > 0
  ),
  draft as materialized (
    select asked.*, config, places, tsqueries, weights, usuals, eithers, either_weights, weight, words
    from unnest($9::integer[], $10::integer[], $11::text[], $12::text[]) as asked (turn, first, itself, preferred)
    join (
      select turn, config, array_agg(place) as places, array_agg(tsquery) as tsqueries,
             array_agg(weight) as weights, array_agg(usual) as usuals,
             array_agg(either order by usual desc, place) filter (where is_likeliest) as eithers,
             array_agg(usual order by usual desc, place) filter (where is_likeliest) as either_weights,
             sum(usual) filter (where is_likeliest) as weight, sum(count(*)) over (partition by turn) as words
      from telling group by turn, config
    ) whole using (turn)
  ),
  titled as (
    select distinct turn, found.id
    from draft
    cross join lateral unnest(draft.tsqueries) as word
    cross join lateral (
      select d.id from search_document d
      where d.config = draft.config and d.title_vector @@ word and d.audience = 'public' and d.id <> draft.itself
      limit greatest(50, ${CANDIDATES} / draft.words)
    ) found
  ),
  alike as (
    select draft.turn, d.id, true as "byTitle", d.created_at, ${LIKENESS} as likeness,
           ${BOOST} * case when d.config = draft.preferred then float8 '${PREFERENCE}' else 1 end as boost
    from titled
    join search_document d using (id)
    join draft on draft.turn = titled.turn and draft.config = d.config
    cross join lateral (
      ${comparedWith('d.title_vector')}
    ) compared
    where ${LIKENESS} >= ${LEAST_LIKENESS}
  ),
  in_text as (
    select turn, found.id,
           row_number() over (partition by turn order by sum(told.weight) desc, found.id) as place
    from draft
    cross join lateral
      unnest(draft.eithers[:${WORDS_LOOKED_UP}], draft.either_weights[:${WORDS_LOOKED_UP}]) as told (tsquery, weight)
    cross join lateral (
      select d.id from search_document d
      where d.config = draft.config and d.kind = 'article' and d.vector @@ told.tsquery and d.audience = 'public'
        and d.id <> draft.itself
      limit ${ARTICLES_A_WORD}
    ) found
    group by turn, found.id
  ),
  unpacked as materialized (
    -- joined with nothing a vector is unpacked here, and not once more for each word that it is compared with
    select in_text.turn, d.id, d.vector || ''::tsvector as vector
    from in_text join search_document d using (id) where in_text.place <= ${ARTICLES_COMPARED}
  ),
  answering as (
    select draft.turn, d.id, false as "byTitle", d.created_at, ${LIKENESS} as likeness,
           ${BOOST} * case when d.config = draft.preferred then float8 '${PREFERENCE}' else 1 end as boost
    from unpacked
    join search_document d using (id)
    join draft on draft.turn = unpacked.turn and draft.config = d.config
    cross join lateral (
      ${comparedWith('unpacked.vector')}
    ) compared
    where ${LIKENESS} >= ${LEAST_IN_TEXT} and compared.words > 1
  ),
  placed as (
    select *, likeness * boost as rank,
           row_number() over (partition by turn, "byTitle" order by likeness * boost desc, created_at desc, id) as place
    from (select * from alike union all select * from answering) found
  )
  select turn, placed.id, d.config, d.title, d.text, "byTitle", rank
  from placed join search_document d using (id)
  where place <= (select max(first) from draft where draft.turn = placed.turn)
  order by turn, place`;

function comparedWith(vector: string): string {
  return `select sum(weight) as weight, sum(usual) as usual, count(*) as words
      from (
        select max(told.weight) as weight, max(told.usual) as usual
        from unnest(draft.tsqueries, draft.weights, draft.usuals, draft.places)
          as told (tsquery, weight, usual, place)
        where ${vector} @@ told.tsquery group by told.place
      ) had`;
}

/** Articles that answer in their text only stay below everything that is alike by its title. */
function scoreOf({ byTitle, rank }: AlikeRow): number {
  const share = Math.min(1, rank / HIGHEST_RANK);
  return byTitle ? share : (share * LEAST_LIKENESS) / HIGHEST_RANK;
}

/** The words of each draft that tell most. */
async function tellingWords(
  drafts: readonly Draft[],
  { lexicon, languages, rules }: Parts,
): Promise<TellingWord[][]> {
  const stop = new Set(languages.flatMap(({ language }) => rules.of(language).stopWords.map(spaced)));
  const asked = drafts.map(({ title, body = '' }) => {
    const inTitle = distinctWords(withoutControls(title));
    const inBody = distinctWords(withoutControls(body.slice(0, LONGEST_BODY_READ)));
    const isTelling = (word: string) => !stop.has(word);
    return {
      title: [...inTitle].filter(isTelling).slice(0, 40),
      body: [...inBody.difference(inTitle)].filter(isTelling).slice(0, 200),
    };
  });
  const [known, counts] = await Promise.all([
    lexicon.lookUp(
      asked.flatMap(({ title }) => title),
      false,
    ),
    lexicon.counts(asked.flatMap(({ body }) => body)),
  ]);
  return asked.map(({ title, body }) => {
    const ofTitle = title.flatMap((word): TellingWord[] => {
      const { documents = 0, corrections = [] } = known.get(word) ?? {};
      if (documents > 0) return telling([{ word, documents }], 1);
      return telling(corrections.slice(0, MOST_READINGS), 0.8);
    });
    const ofBody = body.flatMap((word): TellingWord[] => {
      const documents = counts.get(word);
      return documents === undefined ? [] : telling([{ word, documents }], BODY_WEIGHT);
    });
    return [...rarest(ofTitle, TITLE_WORDS), ...rarest(ofBody, BODY_WORDS)];
  });
}

/** The rarer a word, the more it tells; the total is of no matter, so no count of all documents is needed. */
function telling(words: readonly Correction[], share: number): TellingWord[] {
  const [likeliest, ...others] = words;
  if (!likeliest) return [];
  const reading = ({ word, documents }: Correction): Reading => ({
    word,
    weight: share / Math.log2(2 + documents),
  });
  return [{ readings: [reading(likeliest), ...others.map(reading)], documents: likeliest.documents }];
}

function rarest(words: readonly TellingWord[], most: number): TellingWord[] {
  return [...words].sort((a, b) => a.documents - b.documents).slice(0, most);
}
