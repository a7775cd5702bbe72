/** Rows with the attributes that real ones have; a spec gives what it cares about. */

export type Attributes = Record<string, string | number | undefined>;

const DAY = '2012-03-04T05:06:07.890';

export const user = (id: number, name: string, more: Attributes = {}): Attributes => ({
  Id: id,
  Reputation: 1,
  CreationDate: DAY,
  DisplayName: name,
  LastAccessDate: DAY,
  Views: 0,
  UpVotes: 0,
  DownVotes: 0,
  AccountId: id + 1000,
  ...more,
});

export const question = (id: number, owner: number | undefined, more: Attributes = {}): Attributes => ({
  Id: id,
  PostTypeId: 1,
  CreationDate: DAY,
  Score: 0,
  ViewCount: 100,
  Body: `<p>How long do I boil egg number ${id}?</p>\n`,
  OwnerUserId: owner,
  LastActivityDate: DAY,
  Title: `How long do I boil egg number ${id}?`,
  Tags: '<eggs>',
  AnswerCount: 0,
  CommentCount: 0,
  ContentLicense: 'CC BY-SA 3.0',
  ...more,
});

export const answer = (
  id: number,
  parent: number,
  owner: number | undefined,
  more: Attributes = {},
): Attributes => ({
  Id: id,
  PostTypeId: 2,
  ParentId: parent,
  CreationDate: '2012-03-05T00:00:00.000',
  Score: 0,
  Body: `<p>Six minutes, says answer ${id}.</p>\n`,
  OwnerUserId: owner,
  LastActivityDate: '2012-03-05T00:00:00.000',
  CommentCount: 0,
  ContentLicense: 'CC BY-SA 3.0',
  ...more,
});

export const ACCEPT = 1;
export const UP = 2;
export const DOWN = 3;

export const vote = (
  id: number,
  post: number,
  type: number,
  day = '2012-03-06',
  more: Attributes = {},
): Attributes => ({
  Id: id,
  PostId: post,
  VoteTypeId: type,
  CreationDate: `${day}T00:00:00.000`,
  ...more,
});

/** As many votes of one kind on one day. */
export const votes = (from: number, count: number, post: number, type: number, day?: string): Attributes[] =>
  Array.from({ length: count }, (_, index) => vote(from + index, post, type, day));

export const comment = (
  id: number,
  post: number,
  writer: number | undefined,
  text: string,
  more: Attributes = {},
): Attributes => ({
  Id: id,
  PostId: post,
  Score: 0,
  Text: text,
  CreationDate: DAY,
  UserId: writer,
  ContentLicense: 'CC BY-SA 3.0',
  ...more,
});

/** One row of the history. Rows with the same `edit` belong to one revision. */
export const history = (
  id: number,
  post: number,
  type: number,
  edit: string,
  text: string | undefined,
  more: Attributes = {},
): Attributes => ({
  Id: id,
  PostHistoryTypeId: type,
  PostId: post,
  RevisionGUID: edit,
  CreationDate: DAY,
  UserId: 2,
  Text: text,
  ContentLicense: 'CC BY-SA 3.0',
  ...more,
});

export const FIRST_TITLE = 1;
export const FIRST_BODY = 2;
export const FIRST_TAGS = 3;
export const TITLE = 4;
export const BODY = 5;
export const TAGS = 6;
export const BODY_ROLLED_BACK = 8;

export const badge = (id: number, owner: number, name: string, more: Attributes = {}): Attributes => ({
  Id: id,
  UserId: owner,
  Name: name,
  Date: DAY,
  Class: 3,
  TagBased: 'False',
  ...more,
});

export const link = (id: number, from: number, to: number, type: number): Attributes => ({
  Id: id,
  CreationDate: DAY,
  PostId: from,
  RelatedPostId: to,
  LinkTypeId: type,
});

export const tag = (id: number, name: string): Attributes => ({ Id: id, TagName: name, Count: 0 });
