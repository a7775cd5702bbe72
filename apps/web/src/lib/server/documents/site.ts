import type { Site, Viewer } from '#lib/model.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';

/** What the frame around every page shows. */
export const frame = document<{ site: Site; viewer: Viewer | null }>(
  `
query Frame {
  site { name tagline locale needsSetup isEmpty }
  viewer { ...Person email unreadNoticeCount }
}`,
  person,
);

export const houseRules = document<{ site: { houseRulesHtml: string } }>(`
query HouseRules { site { houseRulesHtml } }`);
