import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** A post that calls for more people than this is shouting; the rest stay plain text and hear nothing. */
export const MAX_MENTIONS = 10;

/**
 * `@` and a user name. Not within a word (an e-mail address), a path (`example.org/@name`) or a package name (`@scope/name`), not
 * the beginning of something that goes on (`@name@host`, `@some.thing`), and not a run too long to be a name.
 */
export const MENTION =
  /(?<![\p{L}\p{N}_+/@-])@([A-Za-z0-9][A-Za-z0-9_-]{1,29})(?![\p{L}\p{N}_@-]|[./][\p{L}\p{N}_])/gu;

/** What the renderer passes along and gets back: the people found, and where a name leads. */
export interface MentionScope {
  /** Distinct names as first written, at most `MAX_MENTIONS`. */
  found: string[];
  /** The address for a name; null leaves the name as it is. */
  hrefOf: (username: string) => string | null;
}

/** Turns `@username` in running text into links: not in code, links or image texts, and not where the `@` is escaped. */
export function mentions(md: MarkdownIt): void {
  // After bare addresses became links, before escaped characters are joined with their neighbours.
  md.core.ruler.before('text_join', 'mention', (state) => {
    const scope = state.env.mentions as MentionScope | undefined;
    if (!scope) return;
    const links = new MentionLinks(scope);
    for (const token of state.tokens) {
      if (token.type === 'inline' && token.content.includes('@'))
        token.children = links.within(state, token.children ?? []);
    }
  });
}

class MentionLinks {
  private readonly hrefs = new Map<string, string | null>();

  constructor(private readonly scope: MentionScope) {}

  within(state: StateCore, tokens: Token[]): Token[] {
    let insideLink = 0;
    return tokens.flatMap((token) => {
      if (token.type === 'link_open') insideLink++;
      if (token.type === 'link_close') insideLink--;
      return token.type === 'text' && !insideLink ? this.split(state, token) : token;
    });
  }

  private split(state: StateCore, token: Token): Token[] {
    const parts: Token[] = [];
    let done = 0;
    for (const match of token.content.matchAll(MENTION)) {
      const href = this.href(match[1] ?? '');
      if (!href) continue;
      parts.push(
        text(state, token.content.slice(done, match.index), token.level),
        ...link(state, href, match[0], token.level),
      );
      done = match.index + match[0].length;
    }
    return done ? [...parts, text(state, token.content.slice(done), token.level)] : [token];
  }

  /** One person may be called in several spellings; that is one mention. */
  private href(username: string): string | null {
    const key = username.toLowerCase();
    const known = this.hrefs.get(key);
    if (known !== undefined) return known;
    if (this.scope.found.length >= MAX_MENTIONS) return null;
    const href = this.scope.hrefOf(username);
    this.hrefs.set(key, href);
    if (href) this.scope.found.push(username);
    return href;
  }
}

function text(state: StateCore, content: string, level: number): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  token.level = level;
  return token;
}

function link(state: StateCore, href: string, name: string, level: number): Token[] {
  const open = new state.Token('link_open', 'a', 1);
  open.attrs = [['href', href]];
  open.level = level;
  const close = new state.Token('link_close', 'a', -1);
  close.level = level;
  return [open, text(state, name, level + 1), close];
}
