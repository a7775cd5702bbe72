import type { Database } from '#libs/platform';
import type { SearchKind } from '../domain/document.js';

/** Something that was found, and the numbers of the versions of products that the reader uses. */
export interface AskedFit {
  kind: SearchKind;
  id: number;
  versionIds: readonly number[];
}

/** Whether what was found speaks of the versions that readers use: all of a list in one statement. */
export class ReaderFit {
  constructor(private readonly database: Database) {}

  /**
   * In the order of what was asked. True if the question, one of its answers or the article is said to hold for a version
   * of the reader's; false if they speak of the reader's product, but of other versions of it; null if neither is known.
   */
  async of(asked: readonly AskedFit[]): Promise<(boolean | null)[]> {
    const rows = await this.database.query<{ turn: number; fits: boolean }>(
      `with asked as materialized (
         select * from jsonb_to_recordset($1::jsonb) as asked (turn integer, kind text, id bigint, versions bigint[])
       ),
       ranges as (
         select asked.turn, asked.versions, r.product_id, r.from_version_id, r.to_version_id
         from asked join post_applicability r on r.post_id = asked.id where asked.kind = 'question'
         union all
         select asked.turn, asked.versions, r.product_id, r.from_version_id, r.to_version_id
         from asked
         join post answer on answer.question_id = asked.id and answer.deleted_at is null
         join post_applicability r on r.post_id = answer.id
         where asked.kind = 'question'
         union all
         select asked.turn, asked.versions, r.product_id, r.from_version_id, r.to_version_id
         from asked
         join article k on k.id = asked.id
         join article_applicability r on r.article_id = coalesce(k.translation_of, k.id)
         where asked.kind = 'article'
       )
       select ranges.turn,
              bool_or(own.id in (select covered.id
                                 from covered_versions(product_id, from_version_id, to_version_id) covered)) as fits
       from ranges
       join product_version own using (product_id)
       where own.id = any(ranges.versions)
       group by ranges.turn`,
      [
        JSON.stringify(
          asked.map(({ kind, id, versionIds }, turn) => ({ turn, kind, id, versions: versionIds })),
        ),
      ],
    );
    const fits = new Map(rows.map((row) => [row.turn, row.fits]));
    return asked.map((_, turn) => fits.get(turn) ?? null);
  }
}
