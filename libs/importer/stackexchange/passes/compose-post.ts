import { excerpt, normaliseText } from '#libs/markdown';
import type { DatedWriter } from './accounts.js';
import { convertBody, type RenderedBody } from '../text.js';
import type { PostRecord } from '../records/post.js';
import { buildRevisions, type PostText, type Revision } from '../revisions.js';
import type { StagedPart } from './history.js';

/** A post as it will stand here: what it says today, and its revisions, of which the newest says the same. */
export interface ComposedPost extends PostText {
  record: PostRecord;
  rendered: RenderedBody;
  revisions: Revision[];
  editedAt?: Date;
  /** The newest row of the history that is in it. */
  historyKey?: number;
  remarks: string[];
}

const LONGEST_TITLE = 300;
const MOST_TAGS = 5;
const LONGEST_TAG = 35;

/**
 * Fits a post of the dump and its history together. The HTML of the dump is what readers saw last, so it decides what
 * the post says; the history tells how it came to that.
 *
 * @param history rows of its history that are not here yet, in their order.
 * @param before what the post says here, if it is here already: what the history goes on from.
 */
export function composePost(record: PostRecord, history: StagedPart[], before?: PostText): ComposedPost {
  const source = history.findLast((part) => part.part === 'body')?.text;
  const rendered = convertBody(record.body, source === undefined ? undefined : normaliseText(source));
  const remarks: string[] = [];
  const text: PostText = {
    body: rendered.body,
    ...(record.kind === 'question' ? headOf(record, rendered, remarks) : {}),
  };
  if (rendered.body === '') remarks.push('Without a text.');
  if (record.isClosed) remarks.push('It was closed, and is open here.');
  if (record.isWiki) remarks.push('It was a community wiki, and is its author’s here.');

  const revisions = buildRevisions(history, before ?? text);
  const last = revisions.at(-1) ?? { createdAt: record.createdAt, writer: record.writer };
  const wasEdited = revisions.length > 1 || before !== undefined;
  return {
    record,
    rendered,
    ...text,
    revisions: [...revisions.slice(0, -1), { ...last, ...text }],
    editedAt: record.editedAt ?? (wasEdited ? last.createdAt : undefined),
    historyKey: history.at(-1)?.key,
    remarks,
  };
}

function headOf(
  record: Extract<PostRecord, { kind: 'question' }>,
  rendered: RenderedBody,
  remarks: string[],
) {
  let title = normaliseText(record.title).replace(/\s+/g, ' ').trim();
  if (title === '') {
    remarks.push('Without a title: its first words stand for it.');
    title = excerpt(rendered.bodyHtml, 100) || 'Untitled';
  } else if (title.length > LONGEST_TITLE) {
    remarks.push(`The title was cut to ${LONGEST_TITLE} characters.`);
    title = [...title].slice(0, LONGEST_TITLE).join('');
  }
  const usable = record.tags.map((tag) => normaliseText(tag)).filter((tag) => tag.length <= LONGEST_TAG);
  const tags = usable.slice(0, MOST_TAGS);
  if (tags.length < record.tags.length)
    remarks.push(`Tags were left out: at most ${MOST_TAGS}, of ${LONGEST_TAG} characters.`);
  return { title, tags };
}

/** Everybody whose account a post refers to. */
export function writersOf({ record, revisions }: ComposedPost): DatedWriter[] {
  return [record, ...revisions].map(({ writer, createdAt }) => ({ ...writer, at: createdAt }));
}
