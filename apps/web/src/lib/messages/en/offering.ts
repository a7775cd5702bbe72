/** Offering bounties, and the list of those that are open. */
export const offering = {
  'bounty.explained':
    'Somebody puts up some of their own reputation for an answer: it is held back until the author of one answer gets all of it, or it goes back.',
  'bounty.awardHint': 'It is for good.',
  'bounty.offerIntro':
    'Put up some of your reputation, and your question – or somebody else’s – gets the attention of everybody for {n} days. It leaves your reputation at once.',
  'bounty.stakes':
    'With less reputation, these may rest until you have enough again. What you do well stays open in any case.',
  'bounty.stake': {
    one: 'From {n} point on: “{what}”, which takes {needed}.',
    other: 'From {n} points on: “{what}”, which takes {needed}.',
  },
  'bounty.amountHint': '{least} to {most}; you have {standing}.',
  'bounty.amountProblem':
    'That many points cannot be offered: please look at the limits, and at what you have.',
  'bounty.noteField': 'What would help you? (optional)',
  'bounty.noteHint': 'Everybody reads it; up to 300 characters.',
  'bounty.offerButton': 'Put it up',

  'bounty.order.ending': 'Ending soon',
  'bounty.order.amount': 'Largest',
  'bounty.order.newest': 'Newest',
  'bounty.orders': 'Order of the bounties',
  'bounty.tag': 'Only for questions with the tag',
  'bounty.show': 'Show',
  'bounty.showAll': 'Show all',
  'bounty.more': 'More bounties',
  'bounty.none': 'No bounty is open',
  'bounty.noneHint': 'On the page of a question you can offer one, whoever asked it.',
} as const;
