export { type DiffLine, type DiffSpan, lineDiff } from './diff.js';
export { excerpt, plainText } from './plain.js';
export { type RenderedMarkdown, type RenderOptions, renderMarkdown } from './render.js';
export { slugify } from './slug.js';
export { normaliseText } from './text.js';
export { htmlToMarkdown, type HtmlToMarkdownOptions } from './html-to-markdown/convert.js';
