import { LeftOut, time } from './fields.js';
import { parseHistory } from './history.js';
import { parseBadge, parseComment, parseLink, parseTag, parseUser } from './others.js';
import { parsePost, parseTags } from './post.js';
import { parseVote } from './vote.js';

const DATE = '2012-03-04T05:06:07.890';

describe('dates of dumps', () => {
  it.each([
    ['2012-03-04T05:06:07.890', '2012-03-04T05:06:07.890Z'],
    ['2012-03-04T05:06:07', '2012-03-04T05:06:07.000Z'],
    ['2012-03-04T05:06:07.1234567', '2012-03-04T05:06:07.123Z'],
    ['2012-03-04T05:06:07.5Z', '2012-03-04T05:06:07.500Z'],
    ['2012-03-04T05:06:07.890+02:00', '2012-03-04T03:06:07.890Z'],
    ['2012-03-04T05:06:07-0330', '2012-03-04T08:36:07.000Z'],
    ['2012-03-04 05:06:07', '2012-03-04T05:06:07.000Z'],
    ['2012-03-04', '2012-03-04T00:00:00.000Z'],
    ['2012-02-29T00:00:00.000', '2012-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, iso) => expect(time(text)?.toISOString()).toBe(iso));

  it.each([
    undefined,
    '',
    'yesterday',
    '2012-02-30T00:00:00',
    '2012-13-01',
    '2012-03-04T25:00:00',
    '04.03.2012',
  ])('%s is none', (text) => expect(time(text)).toBeUndefined());
});

describe('tags of a question', () => {
  it.each([
    ['<eggs><boiled-eggs>', ['eggs', 'boiled-eggs']],
    ['|eggs|boiled-eggs|', ['eggs', 'boiled-eggs']],
    ['<c++><.net><c#>', ['c++', '.net', 'c#']],
    ['<Eggs><eggs>< eggs >', ['eggs']],
    ['<яйца><卵>', ['яйца', '卵']],
    ['', []],
    [undefined, []],
  ])('%s', (text, tags) => expect(parseTags(text)).toEqual(tags));
});

describe('posts', () => {
  const attributes = {
    Id: '7',
    PostTypeId: '1',
    CreationDate: DATE,
    Title: 'Eggs?',
    Body: '<p>Why?</p>',
    Tags: '|eggs|',
  };

  it('a question and an answer keep what they have', () => {
    expect(
      parsePost({ ...attributes, Score: '-3', ViewCount: '12', OwnerUserId: '-1', AcceptedAnswerId: '9' }),
    ).toMatchObject({
      kind: 'question',
      key: 7,
      score: -3,
      viewCount: 12,
      acceptedAnswerKey: 9,
      writer: { userKey: -1 },
    });
    expect(
      parsePost({ ...attributes, PostTypeId: '2', ParentId: '5', OwnerDisplayName: 'user17' }),
    ).toMatchObject({
      kind: 'answer',
      questionKey: 5,
      writer: { name: 'user17' },
    });
  });

  it('numbers that no counter takes are as good as none', () => {
    expect(parsePost({ ...attributes, Score: '99999999999', ViewCount: '-5' })).toMatchObject({
      score: 0,
      viewCount: 0,
    });
    expect(parsePost({ ...attributes, Score: 'many', AcceptedAnswerId: '' })).toMatchObject({
      score: 0,
      acceptedAnswerKey: undefined,
    });
  });

  it.each([
    ['a tag wiki', { PostTypeId: '5' }],
    ['a post of a type from the future', { PostTypeId: '99' }],
    ['a post without a type', { PostTypeId: undefined }],
    ['a post without an id', { Id: undefined }],
    ['a post with a nonsensical id', { Id: 'seven' }],
    ['a post without a date', { CreationDate: undefined }],
    ['an answer without a question', { PostTypeId: '2' }],
  ])('%s is left out with a reason', (_what, change) => {
    const row = Object.entries({ ...attributes, ...change }).filter(([, value]) => value !== undefined);
    expect(parsePost(Object.fromEntries(row) as Record<string, string>)).toBeInstanceOf(LeftOut);
  });
});

describe('votes', () => {
  const attributes = { Id: '1', PostId: '7', CreationDate: DATE };

  it('up, down and acceptance are what they say; everything else is left out with a reason of its own', () => {
    const parsed = Array.from({ length: 17 }, (_, type) =>
      parseVote({ ...attributes, VoteTypeId: String(type) }),
    );
    expect(parsed.flatMap((vote) => (vote instanceof LeftOut ? [] : [vote.kind]))).toEqual([
      'accept',
      'up',
      'down',
    ]);
    const reasons = parsed.flatMap((vote) => (vote instanceof LeftOut ? [vote.reason] : []));
    expect(new Set(reasons).size).toBe(14);
  });

  it.each([{ PostId: '' }, { Id: '' }, { CreationDate: 'x' }])('with %o is left out', (change) => {
    expect(parseVote({ ...attributes, VoteTypeId: '2', ...change })).toBeInstanceOf(LeftOut);
  });
});

describe('history', () => {
  const attributes = { Id: '1', PostId: '7', CreationDate: DATE, RevisionGUID: 'abc', Text: 'Why?' };

  it('knows which part an edit or a rollback changed', () => {
    const parts = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((type) =>
      parseHistory({ ...attributes, PostHistoryTypeId: type }),
    );
    expect(parts.map((part) => (part instanceof LeftOut ? part.reason : part.part))).toEqual([
      ...['title', 'body', 'tags'],
      ...['title', 'body', 'tags'],
      ...['title', 'body', 'tags'],
    ]);
  });

  it('leaves events out', () => {
    for (const type of ['10', '16', '24', '36', '50', '66', '999', '']) {
      expect(parseHistory({ ...attributes, PostHistoryTypeId: type })).toBeInstanceOf(LeftOut);
    }
  });

  it('an edit without an id of its own stands alone', () => {
    const { RevisionGUID, ...rest } = attributes;
    expect(RevisionGUID).toBe('abc');
    expect(parseHistory({ ...rest, PostHistoryTypeId: '5' })).toMatchObject({ edit: 'row 1' });
  });
});

describe('the other rows', () => {
  it('a user needs an id and a date, but no name', () => {
    expect(parseUser({ Id: '3', CreationDate: DATE })).toMatchObject({ key: 3, displayName: '' });
    expect(parseUser({ Id: '3' })).toBeInstanceOf(LeftOut);
    expect(parseUser({ CreationDate: DATE })).toBeInstanceOf(LeftOut);
  });

  it('a comment needs text and a post', () => {
    const attributes = { Id: '3', PostId: '7', CreationDate: DATE, Text: 'Thanks!' };
    expect(parseComment(attributes)).toMatchObject({ text: 'Thanks!' });
    expect(parseComment({ ...attributes, Text: ' ' })).toBeInstanceOf(LeftOut);
    expect(parseComment({ ...attributes, PostId: 'x' })).toBeInstanceOf(LeftOut);
  });

  it('a badge for a tag has no place here, others keep their name', () => {
    const attributes = { Id: '3', UserId: '7', Date: DATE, Name: 'Teacher', TagBased: 'False' };
    expect(parseBadge(attributes)).toMatchObject({ name: 'Teacher', userKey: 7 });
    expect(parseBadge({ ...attributes, Name: 'eggs', TagBased: 'True' })).toBeInstanceOf(LeftOut);
    expect(parseBadge({ ...attributes, UserId: '' })).toBeInstanceOf(LeftOut);
  });

  it('a link is of a duplicate or of something related', () => {
    const attributes = { Id: '3', PostId: '7', RelatedPostId: '8', CreationDate: DATE };
    expect(parseLink({ ...attributes, LinkTypeId: '3' })).toMatchObject({
      kind: 'duplicate',
      fromKey: 7,
      toKey: 8,
    });
    expect(parseLink({ ...attributes, LinkTypeId: '1' })).toMatchObject({ kind: 'related' });
    expect(parseLink({ ...attributes, LinkTypeId: '2' })).toBeInstanceOf(LeftOut);
  });

  it('a tag has a name', () => {
    expect(parseTag({ TagName: 'Eggs' })).toEqual({ name: 'eggs' });
    expect(parseTag({ TagName: ' ' })).toBeInstanceOf(LeftOut);
  });
});
