import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, NotFoundError, UserInputError, authorise } from '#libs/kernel';
import type { FieldProblem, Viewer } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';
import { Database } from '#libs/platform';
import { reputationPolicies } from './policies.js';
import type { RatedAnswer } from './policies.js';

export const STARS = { least: 1, most: 5 } as const;
export const RATING_COMMENT_MAX = 500;

export interface HelperStars {
  /** 1 to 5. */
  stars: number;
  comment?: string | null;
}

/** Ratings of the people behind answers, apart from votes on what they wrote. */
@Injectable()
export class HelperRatings {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
  ) {}

  /**
   * The asker rates whoever wrote an answer, once per answer; rating again replaces stars and comment.
   * @throws UserInputError on `stars` or `comment`; NotFoundError for an answer that is deleted or hidden
   */
  async rate(viewer: Viewer, answerId: number, rating: HelperStars): Promise<void> {
    const { stars, comment } = checked(rating);
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.visibleAnswer(answerId);
      authorise(reputationPolicies.rateHelper, actor, answer);
      const helperId = answer.authorId;
      if (helperId === null) throw new ConflictError('Whoever wrote this answer has left.');
      await this.replace(answerId, helperId, actor.accountId, stars, comment);
    });
  }

  private async visibleAnswer(answerId: number): Promise<RatedAnswer> {
    const answer = await this.database.one<RatedAnswer>(
      `select a.author_id as "authorId", q.author_id as "askerId"
         from post a join post q on q.id = a.question_id
        where a.id = $1 and a.deleted_at is null and q.deleted_at is null`,
      [answerId],
    );
    if (!answer) throw new NotFoundError('This answer');
    return answer;
  }

  private async replace(
    answerId: number,
    helperId: number,
    raterId: number,
    stars: number,
    comment: string | null,
  ): Promise<void> {
    // Under the lock of the helper's row the earlier stars cannot change before they are subtracted.
    await this.database.query(`select id from account where id = $1 for no key update`, [helperId]);
    await this.database.query(
      `with earlier as (select stars from helper_rating where answer_id = $1),
       rated as (
         insert into helper_rating (answer_id, helper_id, rater_id, stars, comment) values ($1, $2, $3, $4, $5)
         on conflict (answer_id) do update
            set stars = excluded.stars, comment = excluded.comment, updated_at = now()
       )
       update account
          set helper_rating_sum = helper_rating_sum + $4 - coalesce((select stars from earlier), 0),
              helper_rating_count = helper_rating_count + 1 - (select count(*) from earlier)
        where id = $2`,
      [answerId, helperId, raterId, stars, comment],
    );
  }
}

function checked(rating: HelperStars): { stars: number; comment: string | null } {
  const problems: FieldProblem[] = [];
  const { stars } = rating;
  if (!Number.isInteger(stars) || stars < STARS.least || stars > STARS.most) {
    problems.push({ path: 'stars', message: `Please give ${STARS.least} to ${STARS.most} stars.` });
  }
  const comment = normaliseText(rating.comment ?? '').trim() || null;
  if ([...(comment ?? '')].length > RATING_COMMENT_MAX) {
    problems.push({ path: 'comment', message: `A comment takes ${RATING_COMMENT_MAX} characters at most.` });
  }
  if (problems.length > 0) throw new UserInputError(problems);
  return { stars, comment };
}
