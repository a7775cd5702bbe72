export { lineDiff } from './diff.js';
export { withAnchors } from './headings.js';
export { excerpt, plainText } from './plain.js';
export { doesMention, withoutMentionsOf } from './mention-removal.js';
export { renderMarkdown } from './render.js';
export { slugify } from './slug.js';
export { normaliseText } from './text.js';
export { htmlToMarkdown } from './html-to-markdown/convert.js';
