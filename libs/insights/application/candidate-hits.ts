import { Injectable } from '@nestjs/common';
import { parseGlobalId } from '#libs/kernel';
import { Database } from '#libs/platform';
import { Search } from '#libs/search';

/** Searches that are run again each night, the most frequent first. */
const MOST_SEARCHES = 300;
/** Further down the page nobody looks. */
const MET_AMONG_FIRST = 5;

/**
 * Counts for each answer that could become an article how many sessions searched for something that its question is
 * among the first results of: as an article it would have met them. It asks the search itself, so that whatever decides
 * what people find decides here too.
 */
@Injectable()
export class CandidateHits {
  constructor(
    private readonly database: Database,
    private readonly search: Search,
  ) {}

  async count(signal?: AbortSignal): Promise<void> {
    const searches = await this.database.query<{ query: string; sessions: number }>(
      `select e.query, count(distinct i.session)::int as sessions
         from intent_event e join intent i on i.id = e.intent_id
        where e.kind = 'SEARCHED' group by e.query
        order by sessions desc, e.query limit ${MOST_SEARCHES}`,
    );
    const met = new Map<number, number>();
    for (const { query, sessions } of searches) {
      signal?.throwIfAborted();
      const { hits } = await this.search.search({ text: query, first: MET_AMONG_FIRST, kind: 'question' });
      for (const { id } of hits) {
        const question = parseGlobalId(id)?.id;
        if (question) met.set(question, (met.get(question) ?? 0) + sessions);
      }
    }
    await this.write(met);
  }

  /** Only what changed: every change ranks a candidate anew. */
  private async write(met: ReadonlyMap<number, number>): Promise<void> {
    await this.database.query(
      `with counted as (
         select candidate.answer_id, met.searches
           from unnest($1::bigint[], $2::int[]) as met (question_id, searches)
           join post answer on answer.question_id = met.question_id
           join promotion_candidate candidate on candidate.answer_id = answer.id
       ), gone as (
         delete from candidate_search_hits where answer_id not in (select answer_id from counted)
       )
       insert into candidate_search_hits as known (answer_id, searches)
       select answer_id, searches from counted order by answer_id
       on conflict (answer_id) do update set searches = excluded.searches
         where known.searches <> excluded.searches`,
      [[...met.keys()], [...met.values()]],
    );
  }
}
