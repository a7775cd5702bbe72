import type { Language } from '#lib/i18n.ts';
import type { Site, Viewer } from '#lib/model.ts';
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
