import { excerpt, htmlToMarkdown, normaliseText, plainText, renderMarkdown } from '#libs/markdown';

/** A text as it is kept: its Markdown, and what that looks like. */
export interface RenderedBody {
  body: string;
  bodyHtml: string;
  /** The first words, plain. */
  excerpt: string;
}

const EXCERPT_LENGTH = 200;

/**
 * The body of a post from the HTML that the dump shows, as Markdown that looks the same here.
 *
 * @param source the Markdown that the author wrote, as far as the dump still has it. It is taken instead of a conversion
 *   if it comes out the same here; often it does not, since the source allows HTML and extensions of its own in it.
 */
export function convertBody(html: string, source?: string): RenderedBody {
  if (source !== undefined) {
    const own = render(source);
    if (looksLike(own.bodyHtml) === looksLike(html)) return own;
  }
  return render(normaliseText(htmlToMarkdown(html)).trim());
}

/**
 * A comment of the dump: Markdown without blocks, so that a comment which starts with `1.` or `#` is meant to show that.
 */
export function convertComment(text: string): RenderedBody {
  const lines = normaliseText(text).trim().split('\n');
  return render(
    lines
      .map((line) => line.trim().replace(BLOCK_START, (start) => start.replace(/[^\w\s]/, '\\$&')))
      .join('\n'),
  );
}

const BLOCK_START = /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s)|\d{1,9}[.)](?=\s)|`{3,}|~{3,}|[-*_=](?=[-*_=\s]*$))/;

/** Names of the source are nobody's names here, so `@name` leads nowhere. */
export function render(markdown: string): RenderedBody {
  const { html } = renderMarkdown(markdown, { mentionHref: () => null });
  return { body: markdown, bodyHtml: html, excerpt: excerpt(html, EXCERPT_LENGTH) };
}

/** The text of a piece of HTML, where it leads and how it is built, without the ways in which two renderers may differ. */
function looksLike(html: string): string {
  const targets = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, target]) => target);
  const blocks = [...html.matchAll(/<(pre|blockquote|li|table|img|h[1-6])\b/g)].map(([, tag]) =>
    tag?.replace(/h\d/, 'h'),
  );
  const languages = html.match(/class="[^"]*\blang(?:uage)?-/g)?.length ?? 0;
  const text = normaliseText(plainText(html)).replace(/\s+/g, ' ').trim();
  return [text, languages, ...targets, ...blocks].join('\n');
}
