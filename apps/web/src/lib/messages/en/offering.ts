/** Offering bounties, and the list of those that are open. */
export const offering = {
  'bounty.explained':
    'Somebody offers part of their own reputation for an answer. The points are held until one answer wins all of them or they are returned.',
  'bounty.awardHint': 'This cannot be undone.',
  'bounty.offerIntro':
    'Offer some of your reputation to draw attention to this question for {n} days, whether it is yours or not. The points are deducted at once.',
  'bounty.stakes':
    'With less reputation, these may be paused until you have enough again. What you unlocked by good work stays in any case.',
  'bounty.stake': {
    one: 'From {n} point: “{what}”, which takes {needed}.',
    other: 'From {n} points: “{what}”, which takes {needed}.',
  },
  'bounty.amountHint': '{least} to {most}; you have {standing}.',
  'bounty.amountProblem': 'You cannot offer this amount. Please check the limits and your reputation.',
  'bounty.noteField': 'What would help you? (optional)',
  'bounty.noteHint': 'Visible to everyone; up to 300 characters.',
  'bounty.offerButton': 'Offer bounty',

  'bounty.order.ending': 'Ending soon',
  'bounty.order.amount': 'Largest',
  'bounty.order.newest': 'Newest',
  'bounty.orders': 'Sort bounties',
  'bounty.tag': 'Only questions tagged',
  'bounty.show': 'Show',
  'bounty.showAll': 'Show all',
  'bounty.more': 'More bounties',
  'bounty.none': 'No open bounties',
  'bounty.noneHint': 'You can offer one on any question page, whoever asked the question.',
} as const;
