import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, NotFoundError, isActor } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { requireReaderWord } from '../domain/feedback.js';
import type { ReaderWord } from '../domain/feedback.js';
import { knowledgePolicies } from './policies.js';
import type { ArticleFacts } from './policies.js';
import { Staleness } from './staleness.js';

/** Per address, for guests: their keys cost nothing to make. */
const GUEST_RATINGS: RateLimit = { name: 'article-feedback', points: 30, seconds: 3_600 };

/** Who rates: an account, or a guest by a key that says nothing about them. */
export interface Rater {
  viewer: Viewer;
  guestKey: Buffer;
  address: string;
}

/** Whether articles helped, and what was wrong where they did not. */
@Injectable()
export class ArticleFeedback {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly limits: RateLimits,
    private readonly staleness: Staleness,
  ) {}

  /**
   * Notes whether the article helped, once for each account or guest; saying it again replaces what was said. Whoever
   * says the same again without a reason or a comment keeps those that they gave.
   * @throws NotFoundError for an article that the viewer may not see; ConflictError for one that is not public;
   *   UserInputError on `reason` or `comment`
   */
  async rate({ viewer, guestKey, address }: Rater, articleId: number, input: ReaderWord): Promise<void> {
    const word = requireReaderWord(input);
    if (!isActor(viewer)) await this.limits.consume(GUEST_RATINGS, address);
    await this.database.transaction(async () => {
      const actor = isActor(viewer) ? await this.accounts.current(viewer) : null;
      // The article's lock puts raters in a row, so that each one's earlier word is subtracted exactly once.
      const article = await this.database.one<ArticleFacts>(
        `select status from article where id = $1 for no key update`,
        [articleId],
      );
      if (!article || !knowledgePolicies.read.permits(actor ?? viewer, article))
        throw new NotFoundError('This article');
      if (!knowledgePolicies.rate.permits(viewer, article)) {
        throw new ConflictError('Only published articles can be rated.');
      }
      await this.replace(articleId, actor ? ['account_id', actor.accountId] : ['guest_key', guestKey], word);
      await this.staleness.refresh(articleId);
    });
  }

  private async replace(
    articleId: number,
    [column, rater]: ['account_id', number] | ['guest_key', Buffer],
    { helpful, reason, comment }: ReaderWord,
  ): Promise<void> {
    await this.database.query(
      `with earlier as (
         select helpful, reason, comment from article_feedback where article_id = $1 and ${column} = $2
       ), word as (
         select $3::boolean as helpful,
                case when $5 then $4 else (select reason from earlier where not helpful and not $3::boolean) end as reason,
                case when $7 then $6 else (select comment from earlier where helpful = $3::boolean) end as comment
       ), said as (
         insert into article_feedback (article_id, ${column}, helpful, reason, comment, version)
         select $1, $2, word.helpful, word.reason, word.comment, k.version from word, article k where k.id = $1
         on conflict (article_id, ${column}) do update
            set helpful = excluded.helpful, reason = excluded.reason, comment = excluded.comment,
                version = excluded.version, updated_at = now(),
                -- said anew, it is to be read anew
                resolved_at = null, resolved_by = null
       ), change as (
         select (select count(*) from earlier where helpful) as helpful_before,
                (select count(*) from earlier where not helpful) as not_helpful_before
       )
       update article
          set helpful_count = helpful_count + $3::boolean::int - change.helpful_before,
              not_helpful_count = not_helpful_count + (not $3::boolean)::int - change.not_helpful_before
         from change where id = $1`,
      [
        ...[articleId, rater, helpful, reason ?? null, reason !== undefined],
        ...[comment ?? null, comment !== undefined],
      ],
    );
  }
}
