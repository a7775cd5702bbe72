import { accountResolvers } from '#libs/accounts';
import { bountyResolvers } from '#libs/bounties';
import { catalogueResolvers } from '#libs/catalogue';
import { forumResolvers } from '#libs/forum';
import { insightsResolvers } from '#libs/insights';
import { knowledgeResolvers } from '#libs/knowledge';
import { moderationResolvers } from '#libs/moderation';
import { notificationsResolvers } from '#libs/notifications';
import { NodeResolver } from '#libs/platform';
import { programmeResolvers } from '#libs/programme';
import { recognitionResolvers } from '#libs/recognition';
import { reputationResolvers } from '#libs/reputation';
import { searchResolvers } from '#libs/search';
import { siteResolvers } from '#libs/site';

/** Everything that the GraphQL schema is made of. */
export const allResolvers = [
  NodeResolver,
  ...accountResolvers,
  ...catalogueResolvers,
  ...forumResolvers,
  ...reputationResolvers,
  ...bountyResolvers,
  ...moderationResolvers,
  ...knowledgeResolvers,
  ...notificationsResolvers,
  ...programmeResolvers,
  ...searchResolvers,
  ...insightsResolvers,
  ...recognitionResolvers,
  ...siteResolvers,
];
