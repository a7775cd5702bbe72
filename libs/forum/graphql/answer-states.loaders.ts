import { Inject, Injectable } from '@nestjs/common';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import { FORUM_RULES } from '../domain/forum-rules.js';
import type { ForumRulesSource } from '../domain/forum-rules.js';
import { PostQueries } from '../persistence/post.queries.js';

const DAY_MS = 86_400_000;

/** The highest score among the answers of a question; null without answers. */
@Injectable()
export class TopScoreLoader extends BatchLoader<number, number | null> {
  constructor(private readonly posts: PostQueries) {
    super();
  }

  protected async batch(questionIds: readonly number[]) {
    const rows = await this.posts.topScores(questionIds);
    return inOrderOf(
      questionIds,
      rows,
      (row) => row.questionId,
      (row) => row?.score ?? null,
    );
  }
}

/** The numbers of the answers that solved a question, the accepted one first. */
@Injectable()
export class SolutionIdsLoader extends BatchLoader<number, number[]> {
  constructor(private readonly posts: PostQueries) {
    super();
  }

  protected async batch(questionIds: readonly number[]) {
    const rows = await this.posts.solutions(questionIds);
    return groupedByKeys(questionIds, rows, (row) => row.questionId).map((answers) =>
      answers.map(({ answerId }) => answerId),
    );
  }
}

/**
 * Answers of a question that were written before this may be accepted in the name of its asker; null where the asker has
 * accepted one. Asked for moderators only.
 */
@Injectable()
export class SilenceLoader extends BatchLoader<number, Date | null> {
  constructor(
    private readonly posts: PostQueries,
    @Inject(FORUM_RULES) private readonly rules: ForumRulesSource,
  ) {
    super();
  }

  protected async batch(questionIds: readonly number[]) {
    const [{ onBehalfAfterDays }, rows] = await Promise.all([
      this.rules.now(),
      this.posts.askersDecisions(questionIds),
    ]);
    return inOrderOf(
      questionIds,
      rows,
      (row) => row.questionId,
      (row) => {
        if (!row || row.isAcceptedByAsker) return null;
        const waitedSince = new Date(row.now.getTime() - onBehalfAfterDays * DAY_MS);
        return row.decidedAt && row.decidedAt > waitedSince ? null : waitedSince;
      },
    );
  }
}
