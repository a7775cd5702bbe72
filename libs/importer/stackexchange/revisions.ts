import { normaliseText } from '#libs/markdown';
import type { HistoryRecord } from './records/history.js';
import { parseTags, type Writer } from './records/post.js';

/** What a post says at one time. Title and tags are of questions only. */
export interface PostText {
  body: string;
  title?: string;
  tags?: string[];
}

export interface Revision extends PostText {
  createdAt: Date;
  writer: Writer;
  reason?: string;
}

const LONGEST_REASON = 300;

/**
 * The revisions that a post's history tells of, oldest first. A row of the history holds only what an edit changed, so
 * each revision is the one before it with the edit applied.
 *
 * @param parts rows of the history of one post, in any order.
 * @param base what the post said before the first of them: its latest revision, or, for a post that is new here, what it
 *   says today; that fills in what the history lacks.
 */
export function buildRevisions(parts: HistoryRecord[], base: PostText): Revision[] {
  const edits = groupEdits(parts);
  const numbers = new Map(edits.map((edit, index) => [edit.id, index + 1]));
  const revisions: Revision[] = [];
  let text = base;
  for (const edit of edits) {
    text = apply(text, edit.parts);
    const { createdAt, writer } = edit.first;
    revisions.push({ ...text, createdAt, writer, reason: reasonOf(edit.parts, numbers) });
  }
  return revisions;
}

interface Edit {
  id: string;
  first: HistoryRecord;
  parts: HistoryRecord[];
}

/** The rows of one edit need not stand together in the dump; the edits are in the order of time, then of ids. */
function groupEdits(parts: HistoryRecord[]): Edit[] {
  const edits = new Map<string, Edit>();
  for (const part of [...parts].sort((a, b) => a.key - b.key)) {
    const edit = edits.get(part.edit);
    if (edit) edit.parts.push(part);
    else edits.set(part.edit, { id: part.edit, first: part, parts: [part] });
  }
  return [...edits.values()].sort(
    (a, b) => a.first.createdAt.getTime() - b.first.createdAt.getTime() || a.first.key - b.first.key,
  );
}

function apply(text: PostText, parts: HistoryRecord[]): PostText {
  const next = { ...text };
  for (const part of parts) {
    if (part.part === 'body') next.body = normaliseText(part.text);
    else if (text.title === undefined) continue;
    else if (part.part === 'title') next.title = normaliseText(part.text).trim() || text.title;
    else next.tags = parseTags(part.text);
  }
  return next;
}

const ROLLBACK = /^Rollback to \[([^\]]+)\]$/;

function reasonOf(parts: HistoryRecord[], numbers: Map<string, number>): string | undefined {
  const reason = normaliseText(parts.find((part) => part.reason?.trim())?.reason ?? '').trim();
  const target = ROLLBACK.exec(reason)?.[1];
  if (target === undefined) return [...reason].slice(0, LONGEST_REASON).join('') || undefined;
  const number = numbers.get(target);
  return number === undefined ? 'Rolled back to an earlier revision' : `Rolled back to revision ${number}`;
}
