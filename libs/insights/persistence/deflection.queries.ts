import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { Arm } from '../domain/deflection.js';

/** What the intents that began in a period came to. */
export interface PeriodSums {
  intents: number;
  searches: number;
  searchesWithoutResults: number;
  searchesWithoutClick: number;
  opened: number;
  withSuggestions: Arm;
  withoutSuggestions: Arm;
}

/** Sums over days, in UTC, of which both ends are in. Days as `2026-11-22`. */
export interface Days {
  from: string;
  to: string;
}

interface ArmRow extends Arm {
  holdout: boolean;
  intents: number;
  searches: number;
  searchesWithoutResults: number;
  searchesWithoutClick: number;
  opened: number;
}

@Injectable()
export class DeflectionQueries {
  constructor(private readonly database: Database) {}

  async sums({ from, to }: Days): Promise<PeriodSums> {
    const rows = await this.database.query<ArmRow>(
      `select holdout, sum(intents)::int as intents, sum(searches)::int as searches,
              sum(searches_without_results)::int as "searchesWithoutResults",
              sum(searches_without_click)::int as "searchesWithoutClick", sum(opened)::int as opened,
              sum(people)::int as people, sum(asked)::int as asked, sum(solved)::int as solved
         from intent_day where day between $1::date and $2::date group by holdout`,
      [from, to],
    );
    const sum = (field: Exclude<keyof ArmRow, 'holdout'>) =>
      rows.reduce((total, row) => total + row[field], 0);
    const arm = (holdout: boolean): Arm => {
      const { people = 0, asked = 0, solved = 0 } = rows.find((row) => row.holdout === holdout) ?? {};
      return { people, asked, solved };
    };
    return {
      intents: sum('intents'),
      searches: sum('searches'),
      searchesWithoutResults: sum('searchesWithoutResults'),
      searchesWithoutClick: sum('searchesWithoutClick'),
      opened: sum('opened'),
      withSuggestions: arm(false),
      withoutSuggestions: arm(true),
    };
  }

  /**
   * What articles did for people who looked for something: since each of them first answered the gap that it was written
   * for, or since the first day on which it was opened.
   */
  ofArticles(
    articleIds: readonly number[],
  ): Promise<{ articleId: number; since: Date; opened: number; solved: number; asked: number }[]> {
    return this.database.query(
      `select wanted.id as "articleId", since.at as since, coalesce(sum(d.opened), 0)::int as opened,
              coalesce(sum(d.solved), 0)::int as solved, coalesce(sum(d.asked), 0)::int as asked
         from unnest($1::bigint[]) as wanted (id)
        cross join lateral (
          select coalesce(
            (select min(step.at) from knowledge_gap gap
               join knowledge_gap_step step on step.gap_id = gap.id and step.article_id = gap.article_id
              where gap.article_id = wanted.id and step.kind = 'ANSWERED'),
            (select min(day)::timestamp at time zone 'UTC' from intent_subject_day
              where subject_kind = 'article' and subject_id = wanted.id)) as at) since
         left join intent_subject_day d
           on d.subject_kind = 'article' and d.subject_id = wanted.id
          and d.day >= (since.at at time zone 'UTC')::date
        where since.at is not null
        group by wanted.id, since.at`,
      [articleIds],
    );
  }
}
