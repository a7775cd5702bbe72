import type { AnswerOrder, Question } from '#lib/model.ts';
import type { BountyTerms } from '#lib/model/bounties.ts';
import { document } from '../document.ts';
import { bounty } from './bounties.ts';
import { answer, comment, permissions, person, questionRow } from './fragments.ts';

export const question = document<
  { question: Question | null; bountyTerms?: BountyTerms },
  { id: string; order: AnswerOrder; after: string | null; signedIn: boolean; versions: string[] }
>(
  `
query QuestionPage($id: ID!, $order: AnswerOrder, $after: String, $signedIn: Boolean!, $versions: [ID!]) {
  question(id: $id) {
    ...QuestionRow
    bodyHtml excerpt affectedCount editedAt isDeleted revisionCount commentCount
    ... @include(if: $signedIn) { viewerVote viewerIsAffected viewerCan { ...Permissions } }
    appliesTo { ...AppliesTo }
    askedAfter { id title path locale }
    bounties { ...Bounty }
    links { kind question { id title path score answerCount hasAcceptedAnswer } }
    comments(first: 20) { nodes { ...Comment } pageInfo { hasNextPage endCursor } }
    answers(first: 30, after: $after, orderBy: $order, withDeleted: $signedIn) {
      nodes { ...Answer }
      pageInfo { hasNextPage endCursor }
    }
  }
  bountyTerms @include(if: $signedIn) {
    least most days leastScore
    stakes { name reputationNeeded fromAmount }
  }
}`,
  bounty,
  questionRow,
  permissions,
  comment,
  answer,
  person,
);
