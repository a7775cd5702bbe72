import { Inject, Injectable } from '@nestjs/common';
import { Feed } from 'feed';
import type { Author } from 'feed';
import { isStaff } from '#libs/kernel';
import type { Role } from '#libs/kernel';
import { ENVIRONMENT, SiteSettings } from '#libs/platform';
import type { Environment } from '#libs/platform';

export const FEED_ENTRIES = 30;
export const ATOM = 'application/atom+xml; charset=utf-8';

export interface FeedAuthor {
  displayName: string;
  username: string;
  role: Role;
}

export interface FeedEntry {
  path: string;
  title: string;
  summary: string;
  content?: string;
  /** Without those whose account was erased. */
  authors: readonly FeedAuthor[];
  publishedAt: Date;
  updatedAt: Date;
}

/** What a feed is: its own address, what it holds, and the page that shows the same. */
export interface FeedFrame {
  path: string;
  title: string;
  page: string;
}

/** Writes Atom feeds. */
@Injectable()
export class AtomFeeds {
  constructor(
    private readonly settings: SiteSettings,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async render({ path, title, page }: FeedFrame, entries: readonly FeedEntry[]): Promise<string> {
    const { publicUrl } = this.environment;
    const site = await this.settings.get('name', 'Peerdesk');
    const feed = new Feed({
      id: `${publicUrl}${path}`,
      title: `${title} – ${site}`,
      link: `${publicUrl}${page}`,
      feedLinks: { atom: `${publicUrl}${path}` },
      updated: new Date(Math.max(0, ...entries.map((entry) => entry.updatedAt.getTime()))),
      generator: 'Peerdesk',
      // Of entries without authors of their own: an entry needs one, here or there (RFC 4287, 4.1.1).
      author: { name: withoutControls(site), link: publicUrl },
      copyright: '',
    });
    for (const entry of entries) {
      const link = `${publicUrl}${entry.path}`;
      feed.addItem({
        id: link,
        link,
        title: asHtml(entry.title),
        description: asHtml(entry.summary),
        content: entry.content && withoutControls(entry.content),
        author: entry.authors.map((author) => this.authorOf(author)),
        published: entry.publishedAt,
        date: entry.updatedAt,
      });
    }
    return feed.atom1();
  }

  /** Readers of feeds see no marks beside names, so staff are named as such. */
  private authorOf({ displayName, username, role }: FeedAuthor): Author {
    const name = withoutControls(displayName);
    return {
      name: isStaff(role) ? `${name} (staff)` : name,
      link: `${this.environment.publicUrl}/people/${username}`,
    };
  }
}

/** Titles and summaries are plain text, and the library declares both as HTML: unescaped, readers would run them. */
function asHtml(text: string): string {
  return withoutControls(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** XML 1.0 has no way to write most control characters; one of them would break the whole feed. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
