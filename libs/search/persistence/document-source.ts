import { createHash } from 'node:crypto';
import { globalId } from '#libs/kernel';
import { plainText } from '#libs/markdown';
import type { Database } from '#libs/platform';
import {
  SEARCHED_TEXT_LENGTH,
  type SearchDocument,
  type SearchDocumentSource,
  type SearchKind,
} from '../domain/document.js';
import { withoutControls } from '../domain/words.js';

interface DocumentRow {
  id: number;
  locale: string;
  title: string;
  tags: string[];
  bodies: string[];
  accepted: boolean;
  official: boolean;
  answered: boolean;
  authors: number[];
  products: string[];
  versions: string[];
  helpfulness: number;
  score: number;
  answer_count: number;
  created_at: Date;
  updated_at: Date;
  active_at: Date;
}

/** More answers than this do not fit into the text that is searched anyway. */
const ANSWERS_READ = 20;

const QUESTIONS = `
  select q.id, q.locale, q.title, q.score, q.answer_count, q.has_accepted as accepted,
         q.created_at, coalesce(q.edited_at, q.created_at) as updated_at, q.last_activity_at as active_at,
         coalesce(a.official, false) as official,
         q.has_accepted or coalesce(a.official or a.best > 0, false) as answered,
         array_remove(array[q.author_id], null) as authors,
         array(select distinct p.slug from post_applicability pa join product p on p.id = pa.product_id
               where pa.post_id = any(q.id || coalesce(a.ids, '{}')) order by p.slug) as products,
         array(select distinct v.name
               from post_applicability pa
               cross join covered_versions(pa.product_id, pa.from_version_id, pa.to_version_id) v
               where pa.post_id = any(q.id || coalesce(a.ids, '{}')) order by v.name) as versions,
         search_helpfulness(greatest(q.score, a.best)) as helpfulness,
         array(select t.name from post_tag pt join tag t on t.id = pt.tag_id
               where pt.post_id = q.id order by pt.position) as tags,
         q.body_html || coalesce(a.bodies, '{}') as bodies
  from post q
  left join lateral (
    select max(best.score) as best,
           bool_or(best.official_at is not null) as official,
           array_agg(best.id order by best.turn) as ids,
           array_agg(best.body_html order by best.turn) as bodies
    from (
      select id, score, official_at, body_html,
             -- by the band of the score, not the score: only a change of band marks the question dirty
             row_number() over (order by superseded_at is not null, official_at is null, accepted_at is null,
                                         search_helpfulness(score) desc, id) as turn
      from post where question_id = q.id and kind = 'answer' and deleted_at is null
    ) best
    where best.turn <= ${ANSWERS_READ}
  ) a on true
  where q.kind = 'question' and q.deleted_at is null`;

const ARTICLES = `
  select k.id, k.locale, k.title, k.tags, array[k.body_html] as bodies,
         false as accepted, true as official, true as answered,
         array(select distinct c.account_id from article_contributor c
               where c.article_id = k.id and c.account_id is not null order by c.account_id) as authors,
         array(select distinct p.slug from article_applicability aa join product p on p.id = aa.product_id
               where aa.article_id = coalesce(k.translation_of, k.id) order by p.slug) as products,
         array(select distinct v.name
               from article_applicability aa
               cross join covered_versions(aa.product_id, aa.from_version_id, aa.to_version_id) v
               where aa.article_id = coalesce(k.translation_of, k.id) order by v.name) as versions,
         search_helpfulness(k.helpful_count - k.not_helpful_count) as helpfulness,
         k.helpful_count - k.not_helpful_count as score, 0 as answer_count,
         coalesce(k.published_at, k.created_at) as created_at, k.updated_at, k.updated_at as active_at
  from article k
  where k.status in ('PUBLISHED', 'STALE')`;

/** Questions with their answers, and published articles, as search documents. */
export class SqlDocumentSource implements SearchDocumentSource {
  constructor(private readonly database: Database) {}

  async read(kind: SearchKind, ids: readonly number[]): Promise<SearchDocument[]> {
    const rev = await this.nextRev();
    const rows = await this.database.query<DocumentRow>(
      kind === 'question' ? `${QUESTIONS} and q.id = any($1)` : `${ARTICLES} and k.id = any($1)`,
      [ids],
    );
    return rows.map((row) => toDocument(kind, row, rev));
  }

  async page(kind: SearchKind, after: number, limit: number): Promise<SearchDocument[]> {
    const rev = await this.nextRev();
    const rows = await this.database.query<DocumentRow>(
      kind === 'question'
        ? `${QUESTIONS} and q.id > $1 order by q.id limit $2`
        : `${ARTICLES} and k.id > $1 order by k.id limit $2`,
      [after, limit],
    );
    return rows.map((row) => toDocument(kind, row, rev));
  }

  async last(kind: SearchKind): Promise<number | undefined> {
    const row = await this.database.one<{ last: number | null }>(
      `select max(id) as last from ${kind === 'question' ? 'post' : 'article'}`,
    );
    return row?.last ?? undefined;
  }

  /**
   * Taken before the rows are read: two who read the same thing get numbers in the order in which they began, and
   * a change that the higher number has not seen is still in the dirty set.
   */
  private async nextRev(): Promise<number> {
    const row = await this.database.one<{ rev: number }>(`select nextval('search_rev') as rev`);
    return row?.rev ?? 0;
  }
}

function toDocument(kind: SearchKind, row: DocumentRow, rev: number): SearchDocument {
  const content = {
    id: globalId(kind, row.id),
    kind,
    locale: row.locale,
    title: withoutControls(row.title),
    tags: row.tags,
    text: textOf(row.bodies),
    accepted: row.accepted,
    official: row.official,
    answered: row.answered,
    authors: row.authors,
    products: row.products,
    versions: row.versions,
    helpfulness: row.helpfulness,
    answerCount: row.answer_count,
    audience: 'public' as const,
    createdAt: row.created_at,
  };
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
  // Not part of the digest is what changes without changing what is found, and so without a mark: the exact score by
  // single votes, the time of the last edit by one that writes the same text with other Markdown, the last activity.
  const { score, updated_at: updatedAt, active_at: activeAt } = row;
  return { ...content, score, updatedAt, activeAt, rev, digest };
}

function textOf(bodies: readonly string[]): string {
  let text = '';
  for (const html of bodies) {
    if (text.length >= SEARCHED_TEXT_LENGTH) break;
    text += `${text === '' ? '' : '\n'}${withoutControls(plainText(html))}`;
  }
  return text.slice(0, SEARCHED_TEXT_LENGTH).toWellFormed();
}
