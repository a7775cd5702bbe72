export { Acceptance } from './application/acceptance.js';
export { Affected } from './application/affected.js';
export { Answers } from './application/answers.js';
export { Applicability } from './application/applicability.js';
export { Comments } from './application/comments.js';
export { Composing } from './application/composing.js';
export { Deletion } from './application/deletion.js';
export { Drafts } from './application/drafts.js';
export { Marks } from './application/marks.js';
export { OnBehalf } from './application/on-behalf.js';
export { forumPolicies } from './application/policies.js';
export { holdsPrivilege, PRIVILEGES } from './application/privileges.js';
export type { Privilege, PrivilegeByReputation } from './application/privileges.js';
export { Questions } from './application/questions.js';
export { Supersession } from './application/supersession.js';
export { VoidedVotes } from './application/voided-votes.js';
export type { ChangedVotes } from './application/voided-votes.js';
export { Votes } from './application/votes.js';
export * from './domain/events.js';
export { FORUM_RULES } from './domain/forum-rules.js';
export type { ForumRules, ForumRulesSource } from './domain/forum-rules.js';
export { FieldChecks, tagName, TAGS } from './domain/post-rules.js';
export { ForumModule, forumResolvers } from './forum.module.js';
export { PostPermissions, Tag, toTag } from './graphql/content.types.js';
export { AnswerPayload } from './graphql/forum.inputs.js';
export { ForumPayloads } from './graphql/forum.payloads.js';
export { PostLoader, TagByNameLoader } from './graphql/post.loaders.js';
export { Answer, Post, Question, QuestionConnection, questionPath } from './graphql/post.types.js';
export {
  DiffLine,
  diffLines,
  Revision,
  RevisionConnection,
  revisionDiff,
  RevisionDiff,
} from './graphql/revision.types.js';
export type { RevisionContent } from './graphql/revision.types.js';
export { HiddenMarks } from './persistence/hidden-marks.store.js';
export { MarkStore } from './persistence/mark.store.js';
export { PostListQueries } from './persistence/post-list.queries.js';
export { PostExtras, PostQueries } from './persistence/post.queries.js';
export { PostStore } from './persistence/post.store.js';
export { TagQueries } from './persistence/tag.queries.js';
export { TagStore } from './persistence/tag.store.js';
export { VoidVoteStore } from './persistence/void-vote.store.js';
