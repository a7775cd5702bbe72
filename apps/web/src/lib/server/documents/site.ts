import type { Site, Viewer } from '#lib/model.ts';
import type { RankStep } from '#lib/model/recognition.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';

/** What the frame around every page shows. */
export const frame = document<{ site: Site; viewer: Viewer | null; ranks: RankStep[] }, { locale: string }>(
  `
query Frame($locale: String) {
  site { name tagline locale needsSetup isEmpty }
  viewer { ...Person email unreadNoticeCount }
  ranks { level name(locale: $locale) }
}`,
  person,
);

export const houseRules = document<{ site: { houseRulesHtml: string } }>(`
query HouseRules { site { houseRulesHtml } }`);
