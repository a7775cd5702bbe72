import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { CatalogueModule } from '#libs/catalogue';
import { Acceptance } from './application/acceptance.js';
import { Affected } from './application/affected.js';
import { Answers } from './application/answers.js';
import { Applicability } from './application/applicability.js';
import { Comments } from './application/comments.js';
import { Composing } from './application/composing.js';
import { Deletion } from './application/deletion.js';
import { Drafts } from './application/drafts.js';
import { Forgetting } from './application/forgetting.js';
import { Marks } from './application/marks.js';
import { OnBehalf } from './application/on-behalf.js';
import { QuestionActivity } from './application/question-activity.js';
import { Questions } from './application/questions.js';
import { Supersession } from './application/supersession.js';
import { Views } from './application/views.js';
import { VoidedVotes } from './application/voided-votes.js';
import { Votes } from './application/votes.js';
import { ActivityResolver } from './graphql/activity.resolver.js';
import { AffectedFieldsResolver, AffectedResolver } from './graphql/affected.resolver.js';
import * as stateLoaders from './graphql/answer-states.loaders.js';
import * as stateResolvers from './graphql/answer-states.resolver.js';
import { AnswerFieldsResolver, CommentFieldsResolver } from './graphql/answer.fields.resolver.js';
import { ApplicabilityFieldsResolver } from './graphql/applicability.fields.resolver.js';
import { AuthorFieldsResolver } from './graphql/author.fields.resolver.js';
import { ForumNodes } from './graphql/forum.nodes.js';
import { ForumPayloads } from './graphql/forum.payloads.js';
import { ForumQueriesResolver } from './graphql/forum.queries.resolver.js';
import { PostFieldsResolver } from './graphql/post.fields.resolver.js';
import * as loaders from './graphql/post.loaders.js';
import { PostingResolver } from './graphql/posting.resolver.js';
import { QuestionFieldsResolver, QuestionLinksLoader } from './graphql/question.fields.resolver.js';
import { ReactingResolver } from './graphql/reacting.resolver.js';
import { RevisionFieldsResolver } from './graphql/revision.fields.resolver.js';
import { AcceptanceReminders } from './jobs/acceptance-reminders.js';
import { CommentQueries } from './persistence/comment.queries.js';
import { HiddenMarks } from './persistence/hidden-marks.store.js';
import { MarkStore } from './persistence/mark.store.js';
import { PostListQueries } from './persistence/post-list.queries.js';
import { PostExtras, PostQueries } from './persistence/post.queries.js';
import { PostStore } from './persistence/post.store.js';
import { RevisionQueries } from './persistence/revision.queries.js';
import { TagQueries } from './persistence/tag.queries.js';
import { TagStore } from './persistence/tag.store.js';
import { VoidVoteStore } from './persistence/void-vote.store.js';

export const forumResolvers = [
  ForumQueriesResolver,
  PostingResolver,
  ReactingResolver,
  AffectedResolver,
  AffectedFieldsResolver,
  PostFieldsResolver,
  ApplicabilityFieldsResolver,
  QuestionFieldsResolver,
  AnswerFieldsResolver,
  CommentFieldsResolver,
  ...Object.values(stateResolvers),
  RevisionFieldsResolver,
  AuthorFieldsResolver,
  ActivityResolver,
];

const useCases = [
  Applicability,
  Questions,
  Answers,
  Comments,
  Votes,
  VoidedVotes,
  Affected,
  Acceptance,
  Marks,
  OnBehalf,
  Supersession,
  Deletion,
  Drafts,
  Views,
  Composing,
  QuestionActivity,
];
const stores = [
  PostStore,
  MarkStore,
  HiddenMarks,
  TagStore,
  VoidVoteStore,
  PostExtras,
  PostQueries,
  PostListQueries,
  CommentQueries,
  TagQueries,
  RevisionQueries,
];
const parts = [
  ...useCases,
  ...stores,
  ...Object.values(loaders),
  ...Object.values(stateLoaders),
  QuestionLinksLoader,
  ForumPayloads,
];

@Module({
  imports: [AccountsModule, CatalogueModule],
  providers: [...parts, Forgetting, AcceptanceReminders, ForumNodes, ...forumResolvers],
  exports: parts,
})
export class ForumModule {}
