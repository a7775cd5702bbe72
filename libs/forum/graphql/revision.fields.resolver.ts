import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { globalId } from '#libs/kernel';
import { AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import type { RevisionRow } from '../persistence/revision.queries.js';
import { Revision, RevisionDiff, revisionDiff } from './revision.types.js';

@Resolver(() => Revision)
@AccessAsParent()
export class RevisionFieldsResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who wrote it; null for the site itself and once the account was erased.',
  })
  author(@Parent() revision: Revision, @Context() context: RequestContext): Promise<User | null> | null {
    return revision.authorId === null ? null : this.accounts.load(context, revision.authorId);
  }

  @ResolveField(() => RevisionDiff, { description: 'Against the revision before it.' })
  diff(@Parent() revision: Revision): RevisionDiff {
    return revisionDiff(revision.before, revision);
  }
}

export function toRevision(row: RevisionRow): Revision {
  return { ...row, id: globalId('revision', row.id) };
}
