import { Injectable } from '@nestjs/common';
import { SiteSettings } from '#libs/platform';
import { inLanguage } from '../domain/badge.js';
import type { Words } from '../domain/badge.js';

/** Texts that admins write by language, for a reader. */
@Injectable()
export class ReadersWords {
  constructor(private readonly settings: SiteSettings) {}

  /** @param locale as the reader wants it; without, the language of the site */
  async of(words: Words, locale: string | null | undefined): Promise<string> {
    return inLanguage(words, locale ?? (await this.settings.get('locale', 'en')));
  }
}
