import type { Wording } from '../types.ts';

export const reporting = {
  'nav.flags': 'Reported posts',
  'report.action': 'Report',
  'report.title': 'Report a post',
  'report.intro':
    'Moderators will look at it. The author does not learn who reported it. If something is just wrong, vote on it; report what should not be here.',
  'report.reason': 'What is wrong with it?',
  'report.SPAM': 'Spam or advertising',
  'report.RUDE': 'Insulting or threatening',
  'report.NOT_AN_ANSWER': 'Unrelated to the question',
  'report.PLAGIARISM': 'Copied from somebody else',
  'report.OTHER': 'Something else',
  'report.remark': 'What should we know?',
  'report.remarkHint': 'Required for copies (where from?) and for something else; 300 characters at most.',
  'report.remarkProblem':
    'Please say where it was copied from or what is wrong with it, in up to 300 characters.',
  'report.send': 'Report',
  'report.own': 'You wrote this yourself. You can edit or delete it.',
  'report.deleted': 'This has been deleted.',
  'report.done': 'You have reported this.',
  'report.mine': 'Your reports',
  'report.mineIntro': 'What you have reported and what came of it.',
  'report.none': 'No reports yet',
  'report.noneHint': 'You find “Report” below every question and answer by somebody else.',
  'report.waits': 'Waiting for review',
  'report.HELPFUL': 'You were right. Thank you.',
  'report.DECLINED': 'We found nothing wrong with it.',
  'report.note': 'Moderator’s note: {note}',
  'report.hidden': 'A post that is no longer shown',
  'report.older': 'Older reports',

  'invalidated.title': 'Invalidated votes',
  'invalidated.intro':
    'Every night we check for votes and acceptances that were arranged. Two people review each case before anything happens; then those votes no longer count, and the points from them are taken back. This is how many there were each month.',
  'invalidated.month': 'Month',
  'invalidated.votes': 'Votes',
  'invalidated.acceptances': 'Acceptances',
  'invalidated.link': 'How many votes were invalidated',
  'problem.voteVoid': 'This vote was invalidated. It does not count and cannot be changed.',
} as const satisfies Wording;
