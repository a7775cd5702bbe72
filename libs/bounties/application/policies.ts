import { holdsPrivilege } from '#libs/forum';
import { policy, publicPolicy } from '#libs/kernel';

/** What the policies look at in a question. */
interface QuestionFacts {
  readonly kind: 'question' | 'answer';
  readonly isDeleted: boolean;
}

/** Who may do what with bounties. */
export const bountyPolicies = {
  /** What is offered for what, and who won it, is as public as reputation. */
  read: publicPolicy('bounty.read'),
  /** On anybody's question: who has the same problem may be the one who wants it solved most. */
  offer: policy<QuestionFacts>('bounty.offer', {
    requires: 'OFFER_BOUNTY',
    refusal: 'Offering a bounty needs more reputation.',
    when: (viewer, question) =>
      question.kind === 'question' && !question.isDeleted && holdsPrivilege(viewer, 'OFFER_BOUNTY'),
  }),
  /** Not the asker, and nobody who moderates: it is the offerer's reputation. */
  settle: policy<{ readonly offeredBy: number }>('bounty.settle', {
    requires: 'OFFERER',
    refusal: 'Only whoever offered a bounty awards or withdraws it.',
    when: (viewer, bounty) => viewer.accountId === bounty.offeredBy,
  }),
};
