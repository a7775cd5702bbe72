import { renderMarkdown } from './render.js';
import { MENTION } from './syntax/mentions.js';

/** What stands where somebody was called whose account is gone. Nobody can have this name. */
const NOBODY_MENTIONED = '@former-member';

/** Whether the Markdown calls for this person, in running text and in any spelling of the name. */
export function doesMention(source: string, username: string): boolean {
  if (!source.toLowerCase().includes(`@${username.toLowerCase()}`)) return false;
  const mentionHref = (name: string) => (isSame(name, username) ? '/' : null);
  return renderMarkdown(source, { mentionHref }).mentions.length > 0;
}

/**
 * A text that calls for somebody, as Markdown, as HTML that was made of it or as its plain beginning, without their
 * name. Where it quotes the same call in code, that goes too: it is the same person.
 */
export function withoutMentionsOf(username: string, text: string): string {
  const plain = text.replace(LINK, (link, name: string) => (isSame(name, username) ? `@${name}` : link));
  return plain.replace(MENTION, (call, name: string) => (isSame(name, username) ? NOBODY_MENTIONED : call));
}

/** As `mentions` writes it and the sanitiser leaves it. */
const LINK = /<a\b[^>]* ?href="\/people\/[^"]*"[^>]*>@([A-Za-z0-9_-]+)<\/a>/g;

function isSame(name: string, username: string): boolean {
  return name.toLowerCase() === username.toLowerCase();
}
