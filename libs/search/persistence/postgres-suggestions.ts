import type { Database } from '#libs/platform';
import type { Draft, EngineHit } from '../domain/engine.js';
import type { RuleBook } from '../domain/rules.js';
import { spaced, wordsOf, withoutControls } from '../domain/words.js';
import type { FoundRow, HitPresenter } from './hit-presenter.js';
import { distinctWords, type Lexicon } from './lexicon.js';
import type { UsedLanguage } from './postgres-engine.js';
import { BOOST } from './postgres-ranking.js';
import { quoted } from './tsquery.js';

interface Parts {
  database: Database;
  lexicon: Lexicon;
  presenter: HitPresenter;
  languages: () => Promise<UsedLanguage[]>;
  rules: RuleBook;
}

/** A word of the draft and how much it tells. */
interface TellingWord {
  word: string;
  weight: number;
  documents: number;
}

const TITLE_WORDS = 6;
const BODY_WORDS = 3;
/** Words of the body tell less about what is asked than those of the title. */
const BODY_WEIGHT = 0.3;
/** How many documents are compared; rare words are looked up first, so the telling ones are among them. */
const CANDIDATES = 600;
/** What is less alike than this would only distract. */
const LEAST_LIKENESS = 0.3;
const LONGEST_BODY_READ = 4_000;

/**
 * Things like the question that is being written. Words count by how rare they are: most of a title ("how do I get
 * my … to") says nothing about what it asks.
 */
export async function suggestInPostgres(draft: Draft, parts: Parts): Promise<EngineHit[]> {
  const languages = await parts.languages();
  const stop = new Set(languages.flatMap(({ language }) => parts.rules.of(language).stopWords.map(spaced)));
  const words = (await tellingWords(draft, parts.lexicon)).filter(({ word }) => !stop.has(word));
  if (words.length === 0 || languages.length === 0) return [];
  const rows = await parts.database.query<FoundRow & { likeness: number }>(
    `with words as materialized (
       select config, word, weight, to_tsquery(config::regconfig, word) as tsquery
       from unnest($1::text[]) as config, unnest($2::text[], $3::float8[]) as given (word, weight)
     ),
     telling as materialized (
       -- a stop word of a language has an empty query there and tells nothing
       select * from words where numnode(tsquery) > 0
     ),
     candidates as (
       select distinct found.id
       from telling
       cross join lateral (
         select d.id from search_document d
         where d.config = telling.config and d.title_vector @@ telling.tsquery and d.audience = 'public' and d.id <> $7
         limit greatest(50, $4 / (select greatest(1, count(*)) from telling))
       ) found
     ),
     whole as materialized (select config, sum(weight) as weight from telling group by config),
     compared as (
       select d.id, d.config, d.title, d.text, d.created_at, ${BOOST} as boost,
              (select sum(weight) from telling t where t.config = d.config and d.title_vector @@ t.tsquery)
              / whole.weight as likeness
       from candidates join search_document d using (id) join whole using (config)
     )
     select id, config, title, text, least(1, likeness * boost / 1.6) as likeness
     from compared where likeness >= $5
     order by compared.likeness * boost desc, created_at desc, id
     limit $6`,
    [
      languages.map(({ config }) => config),
      words.map(({ word }) => quoted(word)),
      words.map(({ weight }) => weight),
      CANDIDATES,
      LEAST_LIKENESS,
      draft.first,
      draft.except ?? '',
    ],
  );
  const marked = { words: words.map(({ word }) => word), beginnings: [] };
  return parts.presenter.present(
    rows,
    marked,
    rows.map(({ likeness }) => likeness),
  );
}

async function tellingWords({ title, body }: Draft, lexicon: Lexicon): Promise<TellingWord[]> {
  const inTitle = distinctWords(withoutControls(title));
  const inBody = new Set<string>();
  for (const { folded } of wordsOf(withoutControls((body ?? '').slice(0, LONGEST_BODY_READ)))) {
    if (!inTitle.has(folded)) inBody.add(folded);
  }
  const asked = [...inTitle].slice(0, 40);
  const [ofTitle, ofBody] = await Promise.all([
    lexicon.lookUp(asked, false),
    lexicon.counts([...inBody].slice(0, 200)),
  ]);
  const titleWords = [...ofTitle].flatMap(([word, { documents, corrections }]): TellingWord[] => {
    const [corrected] = corrections;
    if (documents === 0 && corrected !== undefined) return [telling(corrected, 1, 0.8)];
    return documents > 0 ? [telling(word, documents, 1)] : [];
  });
  const bodyWords = [...ofBody].map(([word, documents]) => telling(word, documents, BODY_WEIGHT));
  return [...rarest(titleWords, TITLE_WORDS), ...rarest(bodyWords, BODY_WORDS)];
}

/** The rarer a word, the more it tells; the total is of no matter, so no count of all documents is needed. */
function telling(word: string, documents: number, share: number): TellingWord {
  return { word, documents, weight: share / Math.log2(2 + documents) };
}

function rarest(words: readonly TellingWord[], most: number): TellingWord[] {
  return [...words].sort((a, b) => a.documents - b.documents).slice(0, most);
}
