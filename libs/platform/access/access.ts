import { SetMetadata } from '@nestjs/common';
import type { CustomDecorator } from '@nestjs/common';
import type { Policy } from '#libs/kernel';

export const ACCESS_METADATA = 'peerdesk:access';

/**
 * Declares who may call a query, mutation, subscription, field resolver or route. It is asked for everywhere:
 * one that forgets it ends the start. The declared policy decides about the caller; where it needs the thing
 * that is acted on, the use case asks it again with that thing.
 */
export function Access<Subject>(policy: Policy<Subject>): CustomDecorator {
  return SetMetadata(ACCESS_METADATA, policy);
}

/**
 * For a class of field resolvers whose fields hide nothing beyond the object they belong to: whoever was given the
 * object may read them. A field that hides something declares its own policy beside it.
 */
export const AccessAsParent = (): CustomDecorator => SetMetadata(ACCESS_METADATA, 'as-parent');
