import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { UnauthenticatedError, isActor } from '#libs/kernel';
import type { Policy } from '#libs/kernel';
import type { RequestContext } from '../graphql/request-context.js';
import { ACCESS_METADATA } from './access.js';

/** Refuses what nobody declared, and guests where the declared policy wants somebody logged in. */
@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    const declared = declaredAccess(execution.getHandler(), execution.getClass());
    if (declared === undefined) return false;
    if (declared === 'as-parent' || !declared.needsLogin) return true;
    if (execution.getType<string>() !== 'graphql') return false;

    const context = execution.getArgByIndex<RequestContext>(2);
    if (!isActor(context.viewer)) throw new UnauthenticatedError();
    return true;
  }
}

export function declaredAccess(handler: object, owner: object): Policy<unknown> | 'as-parent' | undefined {
  return (Reflect.getMetadata(ACCESS_METADATA, handler) ?? Reflect.getMetadata(ACCESS_METADATA, owner)) as
    Policy<unknown> | 'as-parent' | undefined;
}
