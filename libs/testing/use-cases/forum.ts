import { AccountQueries, Accounts, Sessions } from '#libs/accounts';
import { CatalogueQueries, VersionRanges } from '#libs/catalogue';
import {
  Acceptance,
  Affected,
  Answers,
  Applicability,
  Comments,
  Composing,
  Deletion,
  Drafts,
  HiddenMarks,
  MarkStore,
  Marks,
  OnBehalf,
  PostStore,
  Questions,
  Supersession,
  TagStore,
  VoidedVotes,
  VoidVoteStore,
  Votes,
} from '#libs/forum';
import type { ForumRulesSource } from '#libs/forum';
import { DomainEvents, Idempotency, RateLimits, SiteSettings } from '#libs/platform';
import type { Database } from '#libs/platform';
import { forumRules } from './forum-rules.js';

/** The forum's use cases over a database, wired as the application wires them, without Nest, and without limits unless asked for. */
export function forumOn(
  database: Database,
  events = new DomainEvents(),
  rules: ForumRulesSource = forumRules(),
  { isLimited = false } = {},
) {
  const accounts = new Accounts(database, events, new Sessions(database));
  const posts = new PostStore(database);
  const marks = new MarkStore(database);
  const acceptance = new Acceptance(marks, events);
  const hidden = new HiddenMarks(database);
  const tags = new TagStore(database);
  const composing = new Composing(new AccountQueries(database));
  const drafts = new Drafts(database);
  const limits = new RateLimits(database.dataSource, isLimited);
  const idempotency = new Idempotency(database);
  const settings = new SiteSettings(database);
  const ranges = new VersionRanges(new CatalogueQueries(database));
  const applicability = new Applicability(database, ranges, events);
  return {
    events,
    accounts,
    drafts,
    questions: new Questions(
      database,
      accounts,
      posts,
      tags,
      composing,
      drafts,
      events,
      limits,
      idempotency,
      settings,
      applicability,
    ),
    answers: new Answers(
      database,
      accounts,
      posts,
      composing,
      drafts,
      events,
      limits,
      idempotency,
      applicability,
    ),
    comments: new Comments(database, accounts, posts, composing, events, limits, idempotency),
    votes: new Votes(database, accounts, posts, events, limits),
    voidedVotes: new VoidedVotes(database, new VoidVoteStore(database), posts, events),
    affected: new Affected(database, accounts, posts, limits),
    marks: new Marks(database, accounts, posts, marks, acceptance, events, rules, limits),
    onBehalf: new OnBehalf(database, accounts, posts, marks, acceptance, events, rules),
    supersession: new Supersession(database, accounts, posts, marks, events),
    deletion: new Deletion(database, accounts, posts, tags, hidden, events, rules, limits),
  };
}
