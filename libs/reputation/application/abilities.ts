import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { Ability } from '../domain/rule-set.js';
import { AbilityStore } from '../persistence/ability.store.js';
import { GOOD_EDITS, GOOD_POSTS } from '../persistence/ability-counts.js';

const AT_ONCE = 200;

/**
 * Where the counts of an ability come from: SQL that gives `account_id`, `good` and `bad`. What people do in a lib
 * above this one is known there, which registers it; until then nobody has done anything.
 */
@Injectable()
export class AbilitySources {
  private readonly known = new Map<Ability, string>([
    ['POSTS', GOOD_POSTS],
    ['EDITS', GOOD_EDITS],
  ]);

  /** @param counts each account that has any once; nothing from outside may be in it */
  register(ability: Ability, counts: string): void {
    this.known.set(ability, counts);
  }

  all(): Iterable<[Ability, string]> {
    return this.known.entries();
  }
}

/** Counts what people did well and badly, and opens what such quality opens. */
@Injectable()
export class Abilities {
  constructor(
    private readonly database: Database,
    private readonly sources: AbilitySources,
    private readonly store: AbilityStore,
  ) {}

  /** May run at any time and twice at once: it writes what the counts say. */
  async refresh(signal?: AbortSignal): Promise<void> {
    for (const [ability, counts] of this.sources.all()) {
      await this.store.count(ability, counts);
      await this.store.noteShortfalls(ability);
      while (await this.openSome(ability)) signal?.throwIfAborted();
    }
  }

  private openSome(ability: Ability): Promise<boolean> {
    return this.database.transaction(async () => {
      const able = await this.store.lockOpening(ability, AT_ONCE);
      if (able.length > 0) await this.store.open(ability, able);
      return able.length > 0;
    });
  }
}
