import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/moderation';

/** What is done in the programme, as the public record of acts calls it. */
export type ProgrammeDeed =
  | 'nominated'
  | 'invited'
  | 'invitation-withdrawn'
  | 'invitation-declined'
  | 'invitation-expired'
  | 'term-began'
  | 'term-renewed'
  | 'term-ended'
  | 'renewal-offered'
  | 'stepped-down';

/** Puts every act of the programme on record, in its transaction. */
@Injectable()
export class ProgrammeRecord {
  constructor(private readonly audit: Audit) {}

  /** @param actorId null: nobody, as when something ran out, or the operator */
  of(
    deed: ProgrammeDeed,
    accountId: number,
    actorId: number | null,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record({
      actorId,
      action: `account.superuser-${deed}`,
      subjectKind: 'account',
      subjectId: accountId,
      details,
    });
  }
}
