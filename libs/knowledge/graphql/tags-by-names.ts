import { Injectable } from '@nestjs/common';
import { TagByNameLoader } from '#libs/forum';
import type { Tag } from '#libs/forum';
import type { RequestContext } from '#libs/platform';

/** The tags of an article, which keeps their names, in their order. */
@Injectable()
export class TagsByNames {
  constructor(private readonly tags: TagByNameLoader) {}

  async load(context: RequestContext, names: readonly string[]): Promise<Tag[]> {
    const tags = await Promise.all(names.map((name) => this.tags.load(context, name)));
    return tags.filter((tag) => tag !== null);
  }
}
