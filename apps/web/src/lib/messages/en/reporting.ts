import type { Wording } from '../types.ts';

export const reporting = {
  'nav.flags': 'Reported posts',
  'report.action': 'Report',
  'report.title': 'Report a post',
  'report.intro':
    'Those who look after this place will see it. Whoever wrote it does not learn who reported it. Please vote on what is merely wrong, and report what should not be here.',
  'report.reason': 'What is wrong with it?',
  'report.SPAM': 'It advertises something',
  'report.RUDE': 'It insults or threatens somebody',
  'report.NOT_AN_ANSWER': 'It has nothing to do with the question',
  'report.PLAGIARISM': 'It was copied from somebody else',
  'report.OTHER': 'Something else',
  'report.remark': 'What should we know?',
  'report.remarkHint':
    'Needed for a copy (where it comes from) and for something else; 300 characters at most.',
  'report.remarkProblem':
    'Please say where it was copied from, or what is wrong with it, in up to 300 characters.',
  'report.send': 'Report',
  'report.own': 'You wrote this yourself. You can edit or delete it.',
  'report.deleted': 'This has been deleted.',
  'report.done': 'You have reported this.',
  'report.mine': 'Your reports',
  'report.mineIntro': 'What you have reported, and what became of it.',
  'report.none': 'You have reported nothing',
  'report.noneHint': 'Below each question and answer of somebody else you find “Report”.',
  'report.waits': 'Waits for somebody to look at it',
  'report.HELPFUL': 'You were right. Thank you.',
  'report.DECLINED': 'Nothing was found to be wrong with it.',
  'report.note': 'They say: {note}',
  'report.hidden': 'A post that is no longer shown',
  'report.older': 'Older reports',

  'invalidated.title': 'Votes that were found invalid',
  'invalidated.intro':
    'Arranged votes and acceptances are looked for every night. Two people look at each case before anything happens; then those votes count for nothing, and the points made of them are taken back. Here is how many it were, by month.',
  'invalidated.month': 'Month',
  'invalidated.votes': 'Votes',
  'invalidated.acceptances': 'Acceptances',
  'invalidated.link': 'How many votes were found invalid',
  'problem.voteVoid': 'This vote was found invalid. It stays as it is, and counts for nothing.',
} as const satisfies Wording;
