import { Global, Module } from '@nestjs/common';
import { FORUM_RULES } from '#libs/forum';
import type { ForumRulesSource } from '#libs/forum';
import { RuleSets } from './application/rule-sets.js';
import { RuleSetStore } from './persistence/rule-set.store.js';

/** Gives the forum its rules, which it cannot import from a floor above: hence global, and a module of its own. */
@Global()
@Module({
  providers: [
    RuleSetStore,
    RuleSets,
    {
      provide: FORUM_RULES,
      inject: [RuleSets],
      useFactory: (ruleSets: RuleSets): ForumRulesSource => ({
        now: async () => (await ruleSets.now()).rules.solutions,
      }),
    },
  ],
  exports: [FORUM_RULES, RuleSets, RuleSetStore],
})
export class ForumRulesModule {}
