import { Global, Injectable, Module } from '@nestjs/common';
import { DEFAULT_FORUM_RULES, FORUM_RULES } from './domain/forum-rules.js';
import type { ForumRules, ForumRulesSource } from './domain/forum-rules.js';

/** The rules of a forum that nobody sets any for. */
@Injectable()
export class DefaultForumRules implements ForumRulesSource {
  now(): Promise<ForumRules> {
    return Promise.resolve(DEFAULT_FORUM_RULES);
  }
}

/**
 * Binds the rules for the whole application. What gives them may stand above the forum, which therefore cannot import it:
 * to bind other rules, assemble a global module of its own that exports `FORUM_RULES` instead of this one.
 */
@Global()
@Module({ providers: [{ provide: FORUM_RULES, useClass: DefaultForumRules }], exports: [FORUM_RULES] })
export class DefaultForumRulesModule {}
