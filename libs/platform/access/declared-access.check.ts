import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { declaredAccess } from './access.guard.js';

/** Where the frameworks leave their marks on methods that somebody outside can reach. */
const GRAPHQL_OPERATION = 'graphql:resolver_type';
const GRAPHQL_FIELD = 'graphql:resolve_property';
const HTTP_ROUTE = 'path';
/** Tells the concrete type of an interface or a union; it gives no data. */
const TYPE_RESOLVER = '__resolveType';

/**
 * Deny by default: ends the start if any query, mutation, subscription, field resolver or route does not
 * declare who may call it.
 */
@Injectable()
export class DeclaredAccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const forgotten = this.reachableMethods()
      .filter(({ handler, owner }) => declaredAccess(handler, owner) === undefined)
      .map(({ handler, owner }) => `${owner.name}.${handler.name}`);
    if (forgotten.length > 0) {
      throw new Error(`These do not declare who may call them (add @Access(...)): ${forgotten.join(', ')}`);
    }
  }

  private reachableMethods(): { handler: () => unknown; owner: { name: string } }[] {
    const classes = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    return classes.flatMap(({ instance, metatype }) => {
      if (!metatype || !instance || typeof instance !== 'object') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => prototype[name])
        .filter((handler) => typeof handler === 'function')
        .filter(isReachable)
        .map((handler) => ({ handler, owner: metatype }));
    });
  }
}

function isReachable(handler: () => unknown): boolean {
  if (Reflect.getMetadata('graphql:resolver_name', handler) === TYPE_RESOLVER) return false;
  return [GRAPHQL_OPERATION, GRAPHQL_FIELD, HTTP_ROUTE].some((key) => Reflect.hasMetadata(key, handler));
}
