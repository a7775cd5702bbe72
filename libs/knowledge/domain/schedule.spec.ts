import { ConflictError, ForbiddenError, NotFoundError, UnauthenticatedError } from '#libs/kernel';
import { scheduleProblemOf } from './schedule.js';

describe('what keeps an article from being published when it is due', () => {
  it.each([
    ['REVIEW_MISSING', new ConflictError('It waits for its review.', { missing: 'REVIEW' })],
    ['ANSWER_ELSEWHERE', new ConflictError('It is in another one.', { article: { slug: 'other' } })],
    ['NOT_A_CURATOR', new ForbiddenError('STAFF', 'Only staff.')],
    ['NOT_A_CURATOR', new UnauthenticatedError()],
    ['OTHER', new ConflictError('Something else.')],
    ['OTHER', new NotFoundError('It')],
  ])('is %s', (kind, refusal) => expect(scheduleProblemOf(refusal)).toBe(kind));
});
