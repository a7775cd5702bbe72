import type * as acting from '#lib/components/acting.ts';
import type { Language } from '#lib/i18n.ts';
import type { Site, Viewer } from '#lib/model.ts';
import type { RankStep } from '#lib/model/recognition.ts';
import type { Theme } from '#lib/preferences.ts';

declare global {
  namespace App {
    interface Locals {
      language: Language;
      theme: Theme;
    }
    /** What the frame around every page knows; absent only where the frame itself failed. */
    interface PageData {
      viewer?: Viewer | null;
      site?: Site;
      /** The forms of those who are logged in, on pages that show posts; null for guests. */
      acting?: typeof acting | null;
      /** The ladder of ranks, in the language of the page. */
      ranks?: RankStep[];
    }
    interface Error {
      /** The privilege or role that was missing (403). */
      requires?: string;
      /** Seconds until it is worth trying again (429). */
      retryAfter?: number;
      /** To quote when reporting a defect (500). */
      requestId?: string;
    }
  }
}
