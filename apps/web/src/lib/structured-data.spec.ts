import type { Answer, Question } from './model.ts';
import { plainText, questionJsonLd } from './structured-data.ts';

const ada = {
  id: 'u_1',
  username: 'ada',
  displayName: 'Ada',
  path: '/people/ada',
  role: 'MEMBER',
  isStaff: false,
  reputation: 5,
} as const;
const may = {
  edit: false,
  delete: false,
  restore: false,
  comment: false,
  answer: false,
  voteUp: false,
  voteDown: false,
  accept: false,
  setOfficial: false,
  markAlsoSolved: false,
  acceptOnBehalf: false,
  supersede: false,
};

function answer(number: number, more: Partial<Answer> = {}): Answer {
  return {
    id: `a_${number}`,
    author: ada,
    bodyHtml: `<p>Try <strong>this</strong> number ${number}.</p>`,
    score: number,
    viewerVote: 'NONE',
    createdAt: '2026-11-01T10:00:00Z',
    editedAt: null,
    path: `/questions/7/wheel#answer-${number}`,
    isDeleted: false,
    revisionCount: 1,
    commentCount: 0,
    comments: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
    viewerCan: { ...may },
    isAccepted: false,
    isOfficial: false,
    isTopVoted: false,
    acceptance: null,
    officialMark: null,
    alsoSolved: null,
    supersession: null,
    ...more,
  } as Answer;
}

function questionWith(answers: Answer[]): Question {
  return {
    ...answer(7),
    id: 'q_7',
    title: 'How do I true a wheel?',
    path: '/questions/7/wheel',
    locale: 'en',
    bodyHtml: '<p>It wobbles &amp; rubs.</p>',
    answerCount: answers.length,
    answers: { nodes: answers, pageInfo: { hasNextPage: false, endCursor: null } },
  } as unknown as Question;
}

describe('a question as search engines read it', () => {
  it('offers the accepted answer as the answer, the others as suggestions', () => {
    const question = questionWith([
      answer(1, { isOfficial: true }),
      answer(2, { isAccepted: true }),
      answer(3),
    ]);
    const data = questionJsonLd(question, { origin: 'https://desk.example', site: 'Norrin' });
    expect(data).toMatchObject({
      '@type': 'QAPage',
      mainEntity: {
        name: 'How do I true a wheel?',
        text: 'It wobbles & rubs.',
        answerCount: 3,
        acceptedAnswer: {
          text: 'Try this number 2.',
          url: 'https://desk.example/questions/7/wheel#answer-2',
        },
        suggestedAnswer: [{ upvoteCount: 1 }, { upvoteCount: 3 }],
      },
    });
  });

  it('takes the official answer where none was accepted', () => {
    const data = questionJsonLd(questionWith([answer(1), answer(2, { isOfficial: true })]), {
      origin: '',
      site: '',
    });
    expect(data).toMatchObject({ mainEntity: { acceptedAnswer: { upvoteCount: 2 } } });
  });

  it('says nothing of deleted answers, which only moderators see', () => {
    const data = questionJsonLd(questionWith([answer(1, { isDeleted: true })]), { origin: '', site: '' });
    expect(JSON.stringify(data)).not.toContain('suggestedAnswer');
  });
});

describe('plain text of a post', () => {
  it('drops tags, keeps words apart and reads entities once', () => {
    expect(plainText('<p>a</p><p>b &amp;lt; c</p>', 100)).toBe('a b &lt; c');
  });

  it('cuts at a word', () => {
    expect(plainText('<p>one two three four five</p>', 14)).toBe('one two three…');
  });

  it('names staff as the company’s people, wherever they stand, and nobody else', () => {
    const roles = ['MEMBER', 'SUPERUSER', 'MODERATOR', 'STAFF', 'ADMIN'] as const;
    const by = (role: (typeof roles)[number]) => {
      const isStaff = role === 'STAFF' || role === 'ADMIN';
      return { ...ada, displayName: role, role, isStaff };
    };
    const question = questionWith(
      roles.map((role, n) => answer(n, { author: by(role), isAccepted: n === 3 })),
    );
    const text = JSON.stringify(questionJsonLd(question, { origin: 'https://desk.example', site: 'Norrin' }));
    const workers = [...text.matchAll(/"name":"([A-Z]+)","url":"[^"]*","worksFor":{[^}]*"name":"Norrin"/g)];
    expect(workers.map(([, name]) => name).sort()).toEqual(['ADMIN', 'STAFF']);
    expect(text.match(/worksFor/g)).toHaveLength(2);
  });
});
