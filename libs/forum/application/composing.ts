import { Injectable } from '@nestjs/common';
import { AccountQueries } from '#libs/accounts';
import { excerpt, renderMarkdown } from '#libs/markdown';

const EXCERPT_LENGTH = 200;
const POSSIBLE_MENTION = /@([A-Za-z0-9][A-Za-z0-9_-]{1,29})/g;
/** More names than this are not looked up; ten at most become links. */
const NAMES_LOOKED_UP = 50;

export interface ComposedText {
  body: string;
  bodyHtml: string;
  excerpt: string;
  /** The people who were called by @name and exist. */
  mentions: string[];
}

/** Turns Markdown into what is stored: rendered once, when it is written. */
@Injectable()
export class Composing {
  constructor(private readonly accounts: AccountQueries) {}

  async compose(body: string): Promise<ComposedText> {
    const known = await this.knownNames(body);
    const { html, mentions } = renderMarkdown(body, {
      mentionHref: (name) => {
        const username = known.get(name.toLowerCase());
        return username ? `/people/${username}` : null;
      },
    });
    return { body, bodyHtml: html, excerpt: excerpt(html, EXCERPT_LENGTH), mentions };
  }

  private async knownNames(body: string): Promise<Map<string, string>> {
    const names = new Set(Array.from(body.matchAll(POSSIBLE_MENTION), (match) => match[1]!.toLowerCase()));
    const existing = await this.accounts.existingUsernames([...names].slice(0, NAMES_LOOKED_UP));
    return new Map(existing.map((username) => [username.toLowerCase(), username]));
  }
}
