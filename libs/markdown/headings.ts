import { plainText } from './plain.js';
import { slugify } from './slug.js';

/** A heading of a text, and the name by which a link jumps to it. */
export interface Heading {
  /** 3 to 6, as it stands in the HTML. */
  level: number;
  text: string;
  /** Unique in the text; the `id` of the heading. */
  anchor: string;
}

const HEADING = /<h([3-6])>(.*?)<\/h\1>/gs;

/**
 * Gives the headings of a rendered text ids to jump to, and lists them.
 * @param html as `renderMarkdown` gives it: headings have no attributes there, and every other `<` is escaped
 */
export function withAnchors(html: string): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const taken = new Set<string>();
  const anchored = html.replace(HEADING, (whole, level: string, inner: string) => {
    const text = plainText(inner).replace(/\s+/g, ' ').trim();
    if (text === '') return whole;
    const anchor = freeAnchor(slugify(text), taken);
    headings.push({ level: Number(level), text, anchor });
    return `<h${level} id="${anchor}">${inner}</h${level}>`;
  });
  return { html: anchored, headings };
}

/** The prefix keeps what people write from taking an id that the page itself uses. */
function freeAnchor(slug: string, taken: Set<string>): string {
  let anchor = `part-${slug}`;
  for (let suffix = 2; taken.has(anchor); suffix++) anchor = `part-${slug}-${suffix}`;
  taken.add(anchor);
  return anchor;
}
