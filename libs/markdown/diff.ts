import { diffArrays } from 'diff';

/** A stretch of a line; `changed` marks the words that the other revision does not have here. */
export interface DiffSpan {
  text: string;
  changed: boolean;
}

/** One line of a revision diff, or the number of unchanged lines that were left out at this place. */
export type DiffLine =
  { kind: 'same' | 'added' | 'removed'; spans: DiffSpan[] } | { kind: 'skipped'; count: number };

/**
 * Edits that the line comparison looks for before it gives up and shows the differing middle as removed and added as a whole.
 * The work grows with this number times the lines, and no person reads hundreds of scattered edits one by one.
 */
const MAX_LINE_EDITS = 500;
/** The same for the words of one pair of lines. */
const MAX_WORD_EDITS = 200;
/** Characters for which words are compared in one diff; what comes later is marked by line. */
const WORD_DIFF_BUDGET = 60_000;
/** Lines replaced in one place beyond which nobody looks for the edited words any more. */
const MAX_REPLACED_LINES = 500;
/** How many added lines are tried as the new form of a removed one. */
const PAIRING_WINDOW = 8;
/** Share of words in common from which two lines count as one line that was edited. */
const EDITED_LINE_LIKENESS = 0.3;

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}_]+|[^\S\n]+|[^\p{L}\p{M}\p{N}_\s]/gu;

/**
 * Compares two revisions of a text for reading: lines in order, removed ones before the added ones that replace them, and
 * within an edited line the words that differ.
 *
 * `context` unchanged lines are kept round every change (default 3, `Infinity` keeps all); a longer unchanged run becomes one
 * `skipped` line. Equal texts give a single `skipped`, or nothing when both are empty. The work is bounded for any input: where
 * two texts have too little in common, lines are shown as replaced without looking at their words. The result depends on
 * the texts alone, never on how busy the machine is.
 */
export function lineDiff(before: string, after: string, { context = 3 } = {}): DiffLine[] {
  const words = { budget: WORD_DIFF_BUDGET };
  const lines: DiffLine[] = [];
  let removed: string[] = [];
  for (const change of compare(before ? before.split('\n') : [], after ? after.split('\n') : [])) {
    if (change.removed) {
      removed = change.value;
    } else if (change.added) {
      lines.push(...replacedLines(removed, change.value, words));
      removed = [];
    } else {
      lines.push(...replacedLines(removed, [], words), ...change.value.map((text) => line('same', text)));
      removed = [];
    }
  }
  lines.push(...replacedLines(removed, [], words));
  return collapse(lines, context);
}

interface Run {
  value: string[];
  added: boolean;
  removed: boolean;
}

function compare(before: string[], after: string[]): Run[] {
  const exact = diffArrays(before, after, { maxEditLength: MAX_LINE_EDITS });
  return exact ? removedFirst(exact) : coarse(before, after);
}

/** Between two unchanged runs the library may say added, removed, added: a reader wants each side in one piece. */
function removedFirst(runs: Run[]): Run[] {
  const ordered: Run[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    if (removed.length) ordered.push({ value: removed, removed: true, added: false });
    if (added.length) ordered.push({ value: added, removed: false, added: true });
    removed = [];
    added = [];
  };
  for (const run of runs) {
    if (run.removed) removed = removed.concat(run.value);
    else if (run.added) added = added.concat(run.value);
    else {
      flush();
      ordered.push(run);
    }
  }
  flush();
  return ordered;
}

/** Common beginning, common end, and everything between replaced. */
function coarse(before: string[], after: string[]): Run[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const same = (value: string[]): Run => ({ value, added: false, removed: false });
  return [
    same(before.slice(0, head)),
    { value: before.slice(head, before.length - tail), added: false, removed: true },
    { value: after.slice(head, after.length - tail), added: true, removed: false },
    same(before.slice(before.length - tail)),
  ];
}

function line(kind: 'same' | 'added' | 'removed', text: string): DiffLine {
  return { kind, spans: text ? [{ text, changed: kind !== 'same' }] : [] };
}

function replacedLines(removed: string[], added: string[], words: { budget: number }): DiffLine[] {
  const oldLines = removed.map((text) => line('removed', text));
  const newLines = added.map((text) => line('added', text));
  if (removed.length + added.length > MAX_REPLACED_LINES) return [...oldLines, ...newLines];
  for (const [oldAt, newAt] of editedPairs(removed, added)) {
    const before = removed[oldAt] ?? '';
    const after = added[newAt] ?? '';
    words.budget -= before.length + after.length;
    if (words.budget < 0) break;
    const spans = wordSpans(before, after);
    if (!spans) continue;
    oldLines[oldAt] = { kind: 'removed', spans: spans.before };
    newLines[newAt] = { kind: 'added', spans: spans.after };
  }
  return [...oldLines, ...newLines];
}

/** Which removed line became which added one: in order, the likest within reach. */
function* editedPairs(removed: string[], added: string[]): Generator<[number, number]> {
  const addedWords = added.map(wordSet);
  let from = 0;
  for (const [oldAt, text] of removed.entries()) {
    const oldWords = wordSet(text);
    let best = -1;
    let bestLikeness = EDITED_LINE_LIKENESS;
    for (let newAt = from; newAt < Math.min(added.length, from + PAIRING_WINDOW); newAt++) {
      const likeness = inCommon(oldWords, addedWords[newAt] ?? new Set());
      if (likeness > bestLikeness) [best, bestLikeness] = [newAt, likeness];
    }
    if (best < 0) continue;
    from = best + 1;
    yield [oldAt, best];
  }
}

function wordSet(text: string): Set<string> {
  return new Set(text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}_]+/gu));
}

function inCommon(one: Set<string>, other: Set<string>): number {
  if (!one.size || !other.size) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / Math.max(one.size, other.size);
}

function wordSpans(before: string, after: string): { before: DiffSpan[]; after: DiffSpan[] } | undefined {
  const runs = diffArrays(before.match(WORD) ?? [], after.match(WORD) ?? [], {
    maxEditLength: MAX_WORD_EDITS,
  });
  if (!runs) return undefined;
  const spans: { before: DiffSpan[]; after: DiffSpan[] } = { before: [], after: [] };
  for (const run of runs) {
    const text = run.value.join('');
    const changed = run.added || run.removed;
    if (!run.added) append(spans.before, { text, changed });
    if (!run.removed) append(spans.after, { text, changed });
  }
  return { before: trimMarks(closeGaps(spans.before)), after: trimMarks(closeGaps(spans.after)) };
}

function append(spans: DiffSpan[], next: DiffSpan): void {
  const last = spans.at(-1);
  if (last && last.changed === next.changed) last.text += next.text;
  else spans.push({ ...next });
}

/** "new words here" is one change to a reader, though the blanks between the words are the old ones. */
function closeGaps(spans: DiffSpan[]): DiffSpan[] {
  const closed: DiffSpan[] = [];
  for (const [at, span] of spans.entries()) {
    const gap = !span.changed && !span.text.trim() && spans[at - 1]?.changed && spans[at + 1]?.changed;
    append(closed, { text: span.text, changed: span.changed || Boolean(gap) });
  }
  return closed;
}

/** Blanks at the edges of changed words are not what changed; blanks alone are (an indentation, say). */
function trimMarks(spans: DiffSpan[]): DiffSpan[] {
  const trimmed: DiffSpan[] = [];
  for (const span of spans) {
    const words = span.text.trim();
    const leadLength = span.text.length - span.text.trimStart().length;
    const lead = span.text.slice(0, leadLength);
    const trail = span.text.slice(leadLength + words.length);
    if (!span.changed || !words) {
      append(trimmed, span);
      continue;
    }
    if (lead) append(trimmed, { text: lead, changed: false });
    append(trimmed, { text: words, changed: true });
    if (trail) append(trimmed, { text: trail, changed: false });
  }
  return trimmed;
}

function collapse(lines: DiffLine[], context: number): DiffLine[] {
  const shown: DiffLine[] = [];
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (end < lines.length && lines[end]?.kind === 'same') end++;
    if (end === at) {
      shown.push(...lines.slice(at, ++at));
      continue;
    }
    const head = at === 0 ? 0 : context;
    const tail = end === lines.length ? 0 : context;
    const skipped = end - at - head - tail;
    // A single line takes no more room than the note that one was left out.
    if (skipped > 1) {
      shown.push(
        ...lines.slice(at, at + head),
        { kind: 'skipped', count: skipped },
        ...lines.slice(end - tail, end),
      );
    } else {
      shown.push(...lines.slice(at, end));
    }
    at = end;
  }
  return shown;
}
