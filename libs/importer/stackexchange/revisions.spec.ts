import type { HistoryRecord } from './records/history.js';
import { buildRevisions } from './revisions.js';

let key = 0;
const part = (
  edit: string,
  of: HistoryRecord['part'],
  text: string,
  more: Partial<HistoryRecord> = {},
): HistoryRecord => {
  key += 1;
  return {
    key,
    postKey: 1,
    edit,
    part: of,
    text,
    createdAt: new Date(key * 1000),
    writer: { userKey: 2 },
    ...more,
  };
};

const today = { title: 'Eggs today', tags: ['eggs'], body: 'The body today.' };
const asked = [part('a', 'body', 'How long?'), part('a', 'title', 'Eggs'), part('a', 'tags', '<eggs><time>')];

it('rows that carry the same id are one revision, wherever they stand', () => {
  const [body, title, tags] = [
    part('a', 'body', 'How long?'),
    part('a', 'title', 'Eggs'),
    part('a', 'tags', '|eggs|'),
  ];
  expect(buildRevisions([tags, part('b', 'body', 'How long, please?'), title, body], today)).toMatchObject([
    { title: 'Eggs', body: 'How long?', tags: ['eggs'] },
    { title: 'Eggs', body: 'How long, please?', tags: ['eggs'] },
  ]);
});

it('an edit keeps what it does not touch, with its editor, its time and its reason', () => {
  const edit = part('b', 'title', 'Boiling eggs', { writer: { userKey: 9 }, reason: 'better title' });
  expect(buildRevisions([...asked, edit], today)[1]).toEqual({
    title: 'Boiling eggs',
    body: 'How long?',
    tags: ['eggs', 'time'],
    writer: { userKey: 9 },
    createdAt: edit.createdAt,
    reason: 'better title',
  });
});

it('a rollback says to which revision', () => {
  const edits = [part('b', 'body', 'Spam'), part('c', 'body', 'How long?', { reason: 'Rollback to [a]' })];
  const revisions = buildRevisions([...asked, ...edits], today);
  expect(revisions[2]).toMatchObject({ body: 'How long?', reason: 'Rolled back to revision 1' });
  const lost = part('d', 'body', 'How?', { reason: 'Rollback to [gone]' });
  expect(buildRevisions([lost], today)[0]?.reason).toBe('Rolled back to an earlier revision');
});

it('what the history lacks is filled in from what the post says', () => {
  expect(buildRevisions([part('b', 'tags', '<x>')], today)).toMatchObject([{ ...today, tags: ['x'] }]);
  expect(buildRevisions([part('b', 'title', ' ')], today)).toMatchObject([{ title: 'Eggs today' }]);
});

it('an answer has no title and no tags, whatever its history says', () => {
  const [revision] = buildRevisions(
    [part('a', 'body', 'Six minutes.'), part('a', 'title', 'x'), part('a', 'tags', '<x>')],
    { body: '' },
  );
  expect(revision).toEqual(
    expect.not.objectContaining({ title: expect.anything() as unknown, tags: expect.anything() as unknown }),
  );
});

it('nothing to tell, no revision', () => expect(buildRevisions([], today)).toEqual([]));
