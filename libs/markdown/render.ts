import MarkdownIt, { type RendererRule } from 'markdown-it';
import { isLinkAddress } from './addresses.js';
import { Highlighter, languageName } from './highlight.js';
import { sanitise } from './sanitise.js';
import { inlineTags } from './syntax/inline-tags.js';
import { type MentionScope, mentions } from './syntax/mentions.js';
import { alignByAttribute, demoteHeadings, limitReferences } from './syntax/page-fit.js';
import { spoilers } from './syntax/spoiler.js';
import { limitTables } from './syntax/table-limit.js';
import { taskBoxes, taskLists } from './syntax/task-list.js';
import { normaliseText, stripUnwanted } from './text.js';

export interface RenderOptions {
  /** Where a mentioned name leads; null leaves it plain text. Default: `/people/<name>`, whether or not somebody has that name. */
  mentionHref?: (username: string) => string | null;
}

export interface RenderedMarkdown {
  /** Safe to put into a page as it is. Without ids, styles and h1 or h2. */
  html: string;
  /** The people called by `@username`: distinct whatever the case, as first written, in order, at most 10. */
  mentions: string[];
}

/**
 * Renders what people write: CommonMark with tables, `~~strikethrough~~`, `- [ ]` tasks, bare addresses as links, fenced code
 * highlighted where its language is named, `>!` spoilers, `@username` mentions, and `<kbd>`, `<sup>`, `<sub>`, `<br>` without
 * attributes; any other HTML is shown as text. Links go to http, https, mailto or a path on this site, anything else
 * stays text. Work and size of the result are bounded whatever the source. The source is normalised first (`normaliseText`).
 */
export function renderMarkdown(
  source: string,
  { mentionHref = personPath }: RenderOptions = {},
): RenderedMarkdown {
  const scope: MentionScope = { found: [], hrefOf: mentionHref };
  const html = markdown.render(normaliseText(source), { mentions: scope, highlighter: new Highlighter() });
  // An entity such as &#x202E; brings back what normaliseText took away, so it is taken away again.
  return { html: sanitise(stripUnwanted(html)), mentions: scope.found };
}

function personPath(username: string): string {
  return `/people/${username}`;
}

/** Blocks nest this deep, in quotes and lists; what is deeper is left out. */
const MAX_NESTING = 40;

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, maxNesting: MAX_NESTING })
  .use(inlineTags)
  .use(spoilers)
  .use(limitTables)
  .use(taskLists)
  .use(taskBoxes)
  .use(limitReferences)
  .use(mentions)
  .use(demoteHeadings)
  .use(alignByAttribute);

markdown.validateLink = isLinkAddress;
// The library would decode addresses for show. What is shown is what was written: it cannot pass for another address.
markdown.normalizeLinkText = (address) => address;

markdown.linkify.add('www.', {
  validate: (text, position, linkify) =>
    Math.max(
      0,
      (linkify.matchAtStart(`http://www.${text.slice(position)}`)?.lastIndex ?? 0) - 'http://www.'.length,
    ),
  normalize: (match) => {
    match.url = `https://${match.url}`;
  },
});

const codeBlock: RendererRule = (tokens, at, _options, env) => {
  const token = tokens[at];
  if (!token) return '';
  const plain = markdown.utils.escapeHtml(token.content);
  const language = token.type === 'fence' ? languageName(markdown.utils.unescapeAll(token.info)) : undefined;
  if (!language) return `<pre><code>${plain}</code></pre>\n`;
  const highlighter = env?.highlighter as Highlighter | undefined;
  const code = highlighter?.highlight(token.content, language) ?? plain;
  return `<pre><code class="hljs language-${language}">${code}</code></pre>\n`;
};
markdown.renderer.rules.fence = codeBlock;
markdown.renderer.rules.code_block = codeBlock;
