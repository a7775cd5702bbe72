import { accountsMigrations } from '#libs/accounts/persistence/migrations';
import { bountiesMigrations } from '#libs/bounties/persistence/migrations';
import { catalogueMigrations } from '#libs/catalogue/persistence/migrations';
import { forumMigrations } from '#libs/forum/persistence/migrations';
import { importerMigrations } from '#libs/importer/persistence/migrations';
import { insightsMigrations } from '#libs/insights/persistence/migrations';
import { knowledgeMigrations } from '#libs/knowledge/persistence/migrations';
import { moderationMigrations } from '#libs/moderation/persistence/migrations';
import { notificationsMigrations } from '#libs/notifications/persistence/migrations';
import { platformMigrations } from '#libs/platform/persistence/migrations';
import { programmeMigrations } from '#libs/programme/persistence/migrations';
import { recognitionMigrations } from '#libs/recognition/persistence/migrations';
import { reputationMigrations } from '#libs/reputation/persistence/migrations';
import { searchMigrations } from '#libs/search/persistence/migrations';

/**
 * Every migration of every domain; their timestamps say in which order they run. They are the second face of each
 * lib, apart from its index: whoever only migrates loads neither Nest nor GraphQL.
 */
export const allMigrations = [
  ...platformMigrations,
  ...accountsMigrations,
  ...catalogueMigrations,
  ...forumMigrations,
  ...reputationMigrations,
  ...bountiesMigrations,
  ...moderationMigrations,
  ...knowledgeMigrations,
  ...notificationsMigrations,
  ...programmeMigrations,
  ...importerMigrations,
  ...searchMigrations,
  ...insightsMigrations,
  ...recognitionMigrations,
];
