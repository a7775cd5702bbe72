import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';
import { isImageAddress, isLinkAddress } from './addresses.js';

const HIGHLIGHT_CLASSES = [/^hljs-[a-z-]+$/, /^[a-z]+_{1,3}$/, /^language-[a-z]+$/];

/**
 * The one list of what may stand in a post. The renderer produces nothing else; this holds should it, a plug-in of
 * it, or a grammar ever be wrong. No ids (they could collide with the page's own), no styles, no classes but those of
 * highlighted code and task lists, no addresses but http, https, mailto and paths on this site.
 */
const ALLOWED: IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'details', 'summary', 'pre'],
    ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['strong', 'em', 's', 'code', 'kbd', 'sup', 'sub', 'a', 'img', 'input', 'span'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title', 'loading'],
    ol: ['start'],
    th: [{ name: 'align', multiple: false, values: ['left', 'center', 'right'] }],
    td: [{ name: 'align', multiple: false, values: ['left', 'center', 'right'] }],
    input: ['type', 'disabled', 'checked'],
  },
  allowedClasses: {
    code: ['hljs', /^language-[a-z]+$/],
    span: HIGHLIGHT_CLASSES,
    ul: ['contains-task-list'],
    ol: ['contains-task-list'],
    li: ['task-list-item'],
    input: ['task-list-item-checkbox'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  transformTags: { a: link, img: image, input: checkbox },
  exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
};

/** Takes everything out of HTML that may not stand in a post, and completes links, images and check boxes. */
export function sanitise(html: string): string {
  return sanitizeHtml(html, ALLOWED);
}

/** A link that may not be followed keeps its words. */
function link(_: string, attributes: Attributes): Tag {
  const { href = '', title } = attributes;
  if (!isLinkAddress(href)) return { tagName: 'span', attribs: {} };
  return { tagName: 'a', attribs: { href, ...(title && { title }), rel: 'nofollow ugc noopener' } };
}

function image(tagName: string, attributes: Attributes): Tag {
  const { src = '', alt = '', title } = attributes;
  if (!isImageAddress(src)) return { tagName, attribs: {} };
  return { tagName, attribs: { src, alt, ...(title && { title }), loading: 'lazy' } };
}

/** The only input there is: a check box that shows something and does nothing. */
function checkbox(tagName: string, attributes: Attributes): Tag {
  return {
    tagName,
    attribs: {
      class: 'task-list-item-checkbox',
      type: 'checkbox',
      disabled: '',
      ...('checked' in attributes && { checked: '' }),
    },
  };
}
