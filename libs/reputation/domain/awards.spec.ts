import {
  awardsForAcceptance,
  awardsForAlsoSolved,
  awardsForOfficialMark,
  awardsForPromotion,
  awardsForVote,
} from './awards.js';
import type { Award } from './awards.js';
import { PRESETS } from './presets.js';
import { RULE_ENTRIES } from './reasons.js';

const ANNA = 1;
const BEN = 2;
const MODERATOR = 3;
const question = { id: 10, kind: 'question', authorId: ANNA } as const;
const answer = { id: 11, kind: 'answer', authorId: BEN } as const;

const isCapped = ({ rule }: Award) => rule !== null && RULE_ENTRIES[rule].isCapped;

/** "1:+10" for each account that gains or loses in a new community. */
const worth = (awards: Award[]) =>
  awards.map((award) => {
    const points = award.rule === null ? award.points : PRESETS.NEW.points[award.rule];
    return `${award.accountId}:${points > 0 ? '+' : ''}${points}`;
  });

describe('what helping is worth', () => {
  it('an upvote brings the author 10, for a question as for an answer, and counts towards the daily cap', () => {
    for (const post of [question, answer]) {
      const awards = awardsForVote(post, { id: 5, value: 1, voterId: MODERATOR });
      expect(worth(awards)).toEqual([`${post.authorId}:+10`]);
      expect(awards[0]).toMatchObject({ postId: post.id, cause: 'vote:5' });
      expect(awards.every(isCapped)).toBe(true);
    }
  });

  it('voting an answer down takes 2 from its author and 1 from the voter', () => {
    const awards = awardsForVote(answer, { id: 5, value: -1, voterId: ANNA });
    expect(worth(awards)).toEqual(['2:-2', '1:-1']);
    expect(awards.map((award) => award.reason)).toEqual(['ANSWER_DOWNVOTED', 'ANSWER_DOWNVOTED']);
    expect(awards.some(isCapped)).toBe(false);
  });

  it('voting a question down costs the voter nothing', () => {
    expect(worth(awardsForVote(question, { id: 5, value: -1, voterId: BEN }))).toEqual(['1:-2']);
  });

  it('an accepted answer brings its author 15 and the asker 2', () => {
    const awards = awardsForAcceptance(answer, ANNA);
    expect(worth(awards)).toEqual(['2:+15', '1:+2']);
    expect(awards.map((award) => award.reason)).toEqual(['ANSWER_ACCEPTED', 'ACCEPTED_AN_ANSWER']);
  });

  it('accepting one’s own answer brings nothing to either side of oneself', () => {
    expect(awardsForAcceptance({ ...answer, authorId: ANNA }, ANNA)).toEqual([]);
  });

  it('an answer that solved the question too brings its author 5, unless asker or marker wrote it', () => {
    const people = { askerId: ANNA, markedBy: MODERATOR };
    expect(worth(awardsForAlsoSolved(answer, people))).toEqual(['2:+5']);
    expect(awardsForAlsoSolved(answer, people)[0]?.cause).toBe('also-solved:11');
    expect(awardsForAlsoSolved({ ...answer, authorId: ANNA }, people)).toEqual([]);
    expect(awardsForAlsoSolved({ ...answer, authorId: MODERATOR }, people)).toEqual([]);
  });

  it('an official answer brings its author 15, unless they marked it themselves', () => {
    expect(worth(awardsForOfficialMark(answer, MODERATOR))).toEqual(['2:+15']);
    expect(awardsForOfficialMark(answer, BEN)).toEqual([]);
  });

  it('an answer that became an article brings its author 25, unless they published it themselves', () => {
    const promotion = { articleId: 7, answerId: 11, authorId: BEN, publishedBy: MODERATOR };
    expect(worth(awardsForPromotion(promotion))).toEqual(['2:+25']);
    expect(awardsForPromotion(promotion)[0]?.cause).toBe('promotion:7:11');
    expect(awardsForPromotion({ ...promotion, publishedBy: BEN })).toEqual([]);
  });

  it('the part of somebody whose account was erased goes to nobody, the other parts stand', () => {
    expect(worth(awardsForVote({ ...answer, authorId: null }, { id: 5, value: -1, voterId: ANNA }))).toEqual([
      '1:-1',
    ]);
    expect(worth(awardsForVote(answer, { id: 5, value: -1, voterId: null }))).toEqual(['2:-2']);
    expect(worth(awardsForAcceptance({ ...answer, authorId: null }, ANNA))).toEqual(['1:+2']);
    expect(worth(awardsForAcceptance({ ...answer, authorId: null }, null))).toEqual([]);
    expect(awardsForOfficialMark({ ...answer, authorId: null }, null)).toEqual([]);
  });
});
