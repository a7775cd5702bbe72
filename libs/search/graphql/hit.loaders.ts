import { Injectable } from '@nestjs/common';
import { BatchLoader } from '#libs/platform';
import { Search } from '../application/search.js';
import type { Draft, EngineHit } from '../domain/engine.js';
import { ReaderFit, type AskedFit } from '../persistence/reader-fit.js';

/** Whether things that were found hold for the versions that the reader uses. */
@Injectable()
export class ReaderFitLoader extends BatchLoader<AskedFit, boolean | null> {
  constructor(private readonly fit: ReaderFit) {
    super();
  }

  protected override cacheKey({ kind, id, versionIds }: AskedFit): string {
    return `${kind} ${id} ${versionIds.join(' ')}`;
  }

  protected batch(asked: readonly AskedFit[]) {
    return this.fit.of(asked);
  }
}

/** What is like questions that are there already: one search for a whole list of them. */
@Injectable()
export class SimilarLoader extends BatchLoader<Draft & { except: string }, EngineHit[]> {
  constructor(private readonly finder: Search) {
    super();
  }

  protected override cacheKey({ except, first, preferLocale = '' }: Draft & { except: string }): string {
    return `${except} ${first} ${preferLocale}`;
  }

  protected batch(drafts: readonly Draft[]) {
    return this.finder.suggestAll(drafts);
  }
}
