import type { DumpRows } from './dump-files.js';
import {
  ACCEPT,
  answer,
  badge,
  BODY,
  BODY_ROLLED_BACK,
  comment,
  DOWN,
  FIRST_BODY,
  FIRST_TAGS,
  FIRST_TITLE,
  history,
  link,
  question,
  tag,
  TAGS,
  TITLE,
  UP,
  user,
  vote,
  votes,
} from './dump-rows.js';

const LONG_WORD = 'x'.repeat(5000);

/**
 * A small cooking community with every kind of row that has been seen to go wrong. Anna asks (question 10), Ben
 * answers (11, accepted), and around them is everything that dumps hold.
 */
export function nastyDump(): DumpRows {
  return {
    Users: [
      user(-1, 'Community', { AccountId: -1, AboutMe: '<p>I am a <b>background</b> process.</p>' }),
      user(2, 'Anna', { AboutMe: '<p>I <i>love</i> eggs.</p><script>alert(1)</script>', Location: 'Köln' }),
      user(3, 'Ben', { CreationDate: '2011-01-01T00:00:00' }),
      user(4, 'Ben'),
      user(5, 'ben'),
      user(6, 'Веn'),
      user(7, 'Moderator'),
      user(8, '管理者 \u202Egnp.exe'),
      user(9, '  <b>Bold & "quoted"</b>  '),
      user(10, 'N'.repeat(200)),
      { ...user(12, ''), DisplayName: undefined },
      user(13, 'No date', { CreationDate: undefined }),
      user(3, 'Ben the second'),
      '<row Id="14" DisplayName="Broken CreationDate="2012-03-04T05:06:07.890" />',
      '<row Id="15" DisplayName="Bell &#x7;" CreationDate="2012-03-04T05:06:07.890" />',
    ],
    Tags: [
      tag(1, 'eggs'),
      tag(2, 'Boiling'),
      tag(3, 'eggs'),
      tag(4, 'x'.repeat(36)),
      tag(5, ''),
      tag(6, 'never-used'),
    ],
    Posts: [
      // Its question comes later.
      answer(11, 10, 3, { Score: 2, CreationDate: '2012-03-05T10:00:00.000' }),
      question(10, 2, {
        AcceptedAnswerId: 11,
        Score: 3,
        ViewCount: 4711,
        Title: 'How long do I boil an egg until it is soft?',
        Tags: '<eggs><boiling><Eggs>',
        Body: '<p>Mine are <strong>always</strong> hard.</p>\n\n<pre class="lang-js prettyprint-override"><code>boil(egg);\n</code></pre>\n\n<ul>\n<li>hot</li>\n<li>cold</li>\n</ul>\n',
        LastActivityDate: '2012-05-01T00:00:00.000',
        LastEditDate: '2012-04-01T00:00:00.000',
        AnswerCount: 99,
        CommentCount: 99,
      }),
      // The asker answers themselves; nobody accepted it.
      answer(12, 10, 2, { Score: -4 }),
      answer(13, 999, 3),
      answer(14, 11, 3),
      answer(11, 10, 4, { Body: '<p>The same id again.</p>' }),
      // Accepted by themselves.
      question(20, 3, {
        AcceptedAnswerId: 21,
        Tags: '|eggs|new-style|',
        ClosedDate: '2013-01-01T00:00:00.000',
      }),
      answer(21, 20, 3, { Score: 1 }),
      // Accepted, but no vote says so.
      question(30, undefined, { OwnerDisplayName: 'user17', AcceptedAnswerId: 31, Score: 7 }),
      answer(31, 30, undefined, { OwnerDisplayName: 'Gone', CommunityOwnedDate: '2012-06-01T00:00:00.000' }),
      // The accepted answer is one of another question, or of none.
      question(40, 4, { AcceptedAnswerId: 31 }),
      question(41, 4, { AcceptedAnswerId: 12345 }),
      // An author who is nowhere.
      question(50, 777, { Title: '', Body: '', Tags: undefined, LastActivityDate: undefined }),
      question(51, 5, { Title: LONG_WORD, Body: `<p>${LONG_WORD}</p>`, Tags: '<a><b><c><d><e><f>' }),
      question(52, 6, { Body: '<p>Hello <b>there', Score: 0, Tags: `<${'y'.repeat(40)}><ok>` }),
      question(53, 8, {
        Body: 'A & B < C <script>alert(1)</script><img src=x onerror=alert(1)>',
        ViewCount: undefined,
      }),
      // A score that nobody can have, and a body that is nested beyond reason.
      question(54, 9, {
        Score: -2147483647,
        Body: '<blockquote>'.repeat(5000) + 'deep',
        ViewCount: 99999999999,
      }),
      { Id: 60, PostTypeId: 5, CreationDate: '2012-03-04T05:06:07.890', Body: '<p>Eggs are eggs.</p>' },
      { Id: 61, PostTypeId: 4, CreationDate: '2012-03-04T05:06:07.890', Body: 'Eggs.' },
      { Id: 62, PostTypeId: 6, CreationDate: '2012-03-04T05:06:07.890', Body: 'Elect me!' },
      { Id: 63, PostTypeId: 42, CreationDate: '2012-03-04T05:06:07.890', Body: '?' },
      question(64, 2, { CreationDate: '0000-00-00' }),
      { ...question(65, 2), Id: undefined },
      '<row Id="66" PostTypeId="1" Body="never closed',
      '<row Id="67" PostTypeId="1" Body="raw <b>markup</b>" />',
    ],
    PostHistory: [
      history(1, 10, FIRST_TITLE, 'g1', 'Egs'),
      history(2, 10, FIRST_BODY, 'g1', 'Mine are hard.'),
      history(3, 10, FIRST_TAGS, 'g1', '<eggs>'),
      history(4, 11, FIRST_BODY, 'g2', 'Six minutes, says answer 11.', { UserId: 3 }),
      history(5, 10, TITLE, 'g3', 'How long do I boil an egg?', {
        UserId: 3,
        Comment: 'spelling',
        CreationDate: '2012-03-20T00:00:00.000',
      }),
      history(6, 10, BODY, 'g4', 'BUY CHEAP EGGS', {
        UserId: undefined,
        UserDisplayName: 'spammer',
        CreationDate: '2012-03-21T00:00:00.000',
      }),
      // The parts of g3 do not stand together.
      history(7, 10, TAGS, 'g3', '<eggs><boiling>', { UserId: 3, CreationDate: '2012-03-20T00:00:00.000' }),
      history(8, 10, BODY_ROLLED_BACK, 'g5', 'Mine are hard.', {
        Comment: 'Rollback to [g1]',
        CreationDate: '2012-03-22T00:00:00.000',
      }),
      history(9, 10, BODY, 'g6', 'Mine are **always** hard.\n\n    boil(egg);\n\n- hot\n- cold', {
        CreationDate: '2012-04-01T00:00:00.000',
      }),
      history(10, 10, 24, 'g6', undefined, {
        UserId: undefined,
        Comment: 'Proposed by 3 approved by 2 edit id of 1',
      }),
      history(11, 20, 10, 'g7', '{"Voters":[]}', { Comment: '101' }),
      history(12, 999, FIRST_BODY, 'g8', 'Whose?'),
      history(13, 20, FIRST_BODY, 'g9', undefined),
      history(9, 10, BODY, 'g6', 'The same row again.'),
      '<row Id="14" PostHistoryTypeId="2" PostId="20" Text="oops" Text="twice" />',
    ],
    Comments: [
      comment(1, 10, 3, 'Have you tried `egg-timer`, *Anna*? See [this](https://example.com/egg).', {
        Score: 5,
      }),
      comment(2, 11, undefined, '1. Thank you!', { UserDisplayName: 'user4711' }),
      comment(3, 999, 2, 'On nothing.'),
      comment(4, 10, 2, '   '),
      comment(5, 10, 777, '<script>alert(1)</script> @Ben # no heading'),
      comment(6, 10, 2, LONG_WORD),
      comment(1, 10, 3, 'The same id again.'),
    ],
    PostLinks: [
      link(1, 20, 10, 3),
      link(2, 20, 10, 1),
      link(3, 21, 11, 1),
      link(4, 11, 10, 1),
      link(5, 10, 999, 3),
      link(6, 20, 10, 3),
      link(7, 20, 30, 9),
    ],
    Votes: [
      ...votes(1, 4, 10, UP),
      vote(5, 10, DOWN),
      ...votes(6, 3, 11, UP),
      vote(9, 11, DOWN),
      vote(10, 11, ACCEPT, '2012-03-07'),
      ...votes(11, 5, 12, DOWN),
      vote(16, 12, UP),
      vote(17, 21, UP, '2012-03-08'),
      vote(18, 21, ACCEPT, '2012-03-08'),
      // Taken back since: question 10 calls 11 accepted.
      vote(19, 12, ACCEPT),
      vote(20, 999, UP),
      vote(21, 10, 5, '2012-03-08', { UserId: 3 }),
      vote(22, 10, 8, '2012-03-08', { UserId: 3, BountyAmount: 50 }),
      vote(23, 11, 9, '2012-03-09', { BountyAmount: 50 }),
      vote(24, 10, 16),
      vote(25, 10, 77),
      vote(26, 10, UP, '0000-00'),
      vote(1, 10, UP),
      // Thirty in a day, of which twenty count for reputation.
      ...votes(100, 30, 51, UP, '2012-07-01'),
      ...votes(130, 2, 51, DOWN, '2012-07-01'),
      '<row Id="200" PostId="10" VoteTypeId=2 />',
    ],
    Badges: [
      badge(1, 2, 'Student'),
      badge(2, 3, 'Nice Answer'),
      badge(3, 3, 'Nice Answer', { Date: '2013-03-04T05:06:07' }),
      badge(4, 3, 'eggs', { TagBased: 'True' }),
      badge(5, 999, 'Student'),
      badge(6, 3, '', {}),
      badge(1, 2, 'Student'),
    ],
  };
}
