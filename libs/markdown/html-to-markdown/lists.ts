import { type HtmlElement, type HtmlNode, isElement } from './tree.js';

/** CommonMark reads at most nine digits. */
const MAX_NUMBER = 999_999_999;

/**
 * A list of the contents that `content` makes of its items. `marker` is `-` or `*`, or the sign after the numbers, `.` or `)`. Items are
 * separated by empty lines if the source made paragraphs of them.
 */
export function listMarkdown(
  list: HtmlElement,
  marker: '-' | '*' | '.' | ')',
  content: (item: readonly HtmlNode[], tight: boolean) => string,
): string {
  const items = itemsOf(list);
  const loose = items.some((item) =>
    item.some((node) => isElement(node) && node.tag === 'p' && node.children.length > 0),
  );
  const numbered = list.tag === 'ol';
  let number = firstNumber(list, items.length);
  const lines = items.map((item) => {
    const sign = numbered ? `${number++}${marker}` : marker;
    return listItem(sign, content(item, !loose));
  });
  return lines.join(loose ? '\n\n' : '\n');
}

/** What stands in a list outside its items belongs to the item before it, as browsers show it. */
function itemsOf(list: HtmlElement): HtmlNode[][] {
  const items: HtmlNode[][] = [];
  for (const node of list.children) {
    if (isElement(node) && node.tag === 'li') items.push([...node.children]);
    else if (typeof node === 'string' && !node.trim()) continue;
    else if (items.length) items.at(-1)?.push(node);
    else items.push([node]);
  }
  return items;
}

function firstNumber(list: HtmlElement, count: number): number {
  const start = Number(list.attributes.start ?? 1);
  return Number.isInteger(start) && start >= 0 && start + count <= MAX_NUMBER ? start : 1;
}

function listItem(sign: string, content: string): string {
  const indent = ' '.repeat(sign.length + 1);
  return content ? `${sign} ${content.replace(/\n(?=[^\n])/g, `\n${indent}`)}` : sign;
}
