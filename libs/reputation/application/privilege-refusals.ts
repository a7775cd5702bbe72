import { Injectable } from '@nestjs/common';
import type { PrivilegeByReputation } from '#libs/forum';
import { ForbiddenError } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { thresholdOf } from './privileges.js';
import { RuleSets } from './rule-sets.js';

/** How a sentence about each begins. */
const DEEDS: Readonly<Record<PrivilegeByReputation, string>> = {
  ASK: 'Asking',
  ANSWER: 'Answering',
  COMMENT: 'Commenting',
  VOTE_UP: 'Voting up',
  OFFER_BOUNTY: 'Offering a bounty',
  VOTE_DOWN: 'Voting down',
  NOMINATE_SUPERUSER: 'Nominating a superuser',
  CREATE_TAG: 'Creating a tag',
  EDIT_OTHERS_POSTS: 'Editing what others wrote',
};

/**
 * Says in a refusal how far the person is. Those who refuse know the privilege that is missing, and not the rules of
 * standing, which may have changed a minute ago.
 */
@Injectable()
export class PrivilegeRefusals {
  constructor(private readonly ruleSets: RuleSets) {}

  /** The refusal with `reputationNeeded`, `reputation` and `missing`, where reputation would open the door. */
  async explain(refusal: ForbiddenError, viewer: Viewer): Promise<ForbiddenError> {
    const name = refusal.requires;
    const isAboutReputation = name in DEEDS && viewer.accountId !== null && !viewer.privileges.includes(name);
    if (!isAboutReputation) return refusal;
    const { rules } = await this.ruleSets.current();
    const reputationNeeded = thresholdOf(name, rules);
    const { reputation } = viewer;
    if (reputationNeeded === null || reputation >= reputationNeeded) return refusal;
    return new ForbiddenError(
      name,
      `${DEEDS[name as PrivilegeByReputation]} needs ${reputationNeeded.toLocaleString('en')} reputation; ` +
        `you have ${reputation.toLocaleString('en')}.`,
      { ...refusal.more, reputationNeeded, reputation, missing: reputationNeeded - reputation },
    );
  }
}
