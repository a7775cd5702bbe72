import { GUEST } from '#libs/kernel';
import type { Role, Viewer } from '#libs/kernel';
import { forumPolicies } from './policies.js';

const person = (accountId: number, role: Role = 'MEMBER'): Viewer => ({
  accountId,
  role,
  reputation: 0,
  privileges: [],
});
const ASKER = person(1);
const HELPER = person(2);
const PASSER_BY = person(3);
const SUPERUSER = person(4, 'SUPERUSER');
const EVERYBODY = { GUEST, ASKER, HELPER, PASSER_BY, SUPERUSER };

describe('who sees a post', () => {
  const question = { kind: 'question', authorId: 1, askerId: 1, answerCount: 1 } as const;
  const answer = { kind: 'answer', authorId: 2, askerId: 1, answerCount: 0 } as const;
  const readersOf = (post: Parameters<typeof forumPolicies.read.permits>[1]) =>
    Object.entries(EVERYBODY).flatMap(([name, viewer]) =>
      forumPolicies.read.permits(viewer, post) ? [name] : [],
    );

  it('everybody, while nothing is deleted', () => {
    const isVisible = { isDeleted: false, isQuestionDeleted: false };
    expect(readersOf({ ...question, ...isVisible })).toEqual(Object.keys(EVERYBODY));
    expect(readersOf({ ...answer, ...isVisible })).toEqual(Object.keys(EVERYBODY));
  });

  it('of a deleted question, its author and those who moderate, with its answers', () => {
    expect(readersOf({ ...question, isDeleted: true, isQuestionDeleted: true })).toEqual([
      'ASKER',
      'SUPERUSER',
    ]);
    expect(readersOf({ ...answer, isDeleted: false, isQuestionDeleted: true })).toEqual([
      'ASKER',
      'SUPERUSER',
    ]);
  });

  it('of a deleted answer, its author and those who moderate', () => {
    expect(readersOf({ ...answer, isDeleted: true, isQuestionDeleted: false })).toEqual([
      'HELPER',
      'SUPERUSER',
    ]);
    expect(readersOf({ ...answer, isDeleted: true, isQuestionDeleted: true })).toEqual(['SUPERUSER']);
  });
});
