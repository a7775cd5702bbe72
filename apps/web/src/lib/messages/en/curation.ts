import type { Wording } from '../types.ts';

export const curation = {
  'desk.label': 'Curator’s desk',
  'desk.candidates': 'Candidates',
  'desk.drafts': 'Drafts',

  'articleEdit.title': 'Edit article',
  'articleEdit.version': 'Version {number}',
  'articleEdit.titleField': 'Title',
  'articleEdit.titleHint': 'The words with which people search for it.',
  'articleEdit.body': 'Text',
  'articleEdit.bodyHint': 'The solution first, then why. Leave out who said what.',
  'articleEdit.save': 'Save version',
  'articleEdit.saveOver': 'Save my text over theirs',
  'articleEdit.saveAndPublish': 'Save and publish',
  'articleEdit.saved': 'Saved. Readers see it once it is published.',
  'articleEdit.theirs': 'What somebody else saved meanwhile',
  'articleEdit.conflict':
    'Nothing of yours is lost: your text is in the form below. Take over what you need from this one, then save.',

  'candidates.intro': 'Accepted and official answers that could become articles, the most useful first.',
  'candidates.more': 'More candidates',
  'candidates.none': 'No candidates',
  'candidates.noneHint': 'Everything that was accepted or made official is in the FAQ.',
  'candidates.priority': 'Priority',
  'candidates.priorityHint': 'Priority: the sum of the points beside each reason',
  'candidates.read': 'Read the answer',
  'candidates.title': 'Title of the article',
  'candidates.VIEWS': { one: '{n} view', other: '{n} views' },
  'candidates.VOTES': { one: '{n} vote', other: '{n} votes' },
  'candidates.OFFICIAL': { one: 'official', other: 'official' },
  'candidates.ACCEPTED': { one: 'accepted', other: 'accepted' },
  'candidates.DUPLICATES': { one: 'asked {n} more time', other: 'asked {n} more times' },
  'candidates.CHANGED': { one: 'edited since: {n} time', other: 'edited since: {n} times' },
} as const satisfies Wording;
