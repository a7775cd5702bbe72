/**
 * Lets the headings of a rendered text begin at `level`, below the heading of the page that it stands under, whatever
 * level its author began with: people who listen to a page go through it by its headings, and a missing level sounds
 * like a missing part. Steps inside the text stay as they are; nothing goes below `h6`.
 *
 * @param html as the API renders it: headings with no attribute but an `id`, every other `<` of a text escaped
 * @param level 2 to 6
 */
export function headingsFrom(level: number, html: string): string {
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, found]) => Number(found));
  const shift = level - Math.min(...levels);
  if (levels.length === 0 || shift === 0) return html;
  return html.replaceAll(
    /<(\/?)h([1-6])(?=[ >])/g,
    (_, slash: string, found: string) => `<${slash}h${Math.min(6, Number(found) + shift)}`,
  );
}
