import type { Wording } from '../types.ts';

/** What the page of the rules says, and what admins read of each rule too. */
export const rulebook = {
  'rulebook.title': 'How reputation works',
  'rulebook.intro':
    'Reputation shows how useful others found your contributions. These are the rules: the same for everyone, and all of them public.',
  'rulebook.since': 'Version {version}, in force since {date}.',
  'rulebook.old': 'These rules are out of date: version {version} of {date}.',
  'rulebook.toCurrent': 'Current rules',
  'rulebook.toChanges': 'Latest changes',
  'rulebook.own': { one: 'You have {n} point.', other: 'You have {n} points.' },

  'rulebook.points': 'What earns and costs points',
  'rulebook.what': 'What happens',
  'rulebook.pointsColumn': 'Points',
  'rulebook.ANSWER_UPVOTED': 'Your answer gets an upvote',
  'rulebook.QUESTION_UPVOTED': 'Your question gets an upvote',
  'rulebook.ANSWER_ACCEPTED': 'Your answer is accepted',
  'rulebook.ANSWER_ALSO_SOLVED': 'Your answer is marked as “solved it too”',
  'rulebook.ANSWER_MADE_OFFICIAL': 'Your answer becomes official',
  'rulebook.ANSWER_PROMOTED': 'Your answer becomes an FAQ article',
  'rulebook.ACCEPTED_AN_ANSWER': 'You accept somebody else’s answer',
  'rulebook.ANSWER_DOWNVOTED': 'Your answer gets a downvote',
  'rulebook.QUESTION_DOWNVOTED': 'Your question gets a downvote',
  'rulebook.VOTED_ANSWER_DOWN': 'You downvote somebody else’s answer',
  'rulebook.cap': {
    one: 'Upvotes earn at most {n} point per day (UTC). Everything else comes on top.',
    other: 'Upvotes earn at most {n} points per day (UTC). Everything else comes on top.',
  },
  'rulebook.takenBack':
    'When something is undone, its points go too: a vote is withdrawn, a mark moves to another answer, a post is deleted. Every point is listed in the ledger on your profile, with the reason.',

  'rulebook.opens': 'What reputation unlocks',
  'rulebook.privilege': 'What you may do',
  'rulebook.from': 'From',
  'rulebook.forAll': 'as soon as you are logged in',
  'rulebook.nPoints': { one: '{n} point', other: '{n} points' },
  'rulebook.enough': 'enough points',
  'rulebook.byRole': 'Your role already lets you do all of this.',
  'rulebook.kept': {
    one: 'If you fall below a threshold, you keep what it unlocked for {n} day, with a warning. Below {share} of the threshold, you lose it within the hour.',
    other:
      'If you fall below a threshold, you keep what it unlocked for {n} days, with a warning. Below {share} of the threshold, you lose it within the hour.',
  },
  'rulebook.notKept': 'If you fall below a threshold, you lose what it unlocked within the hour.',

  'rulebook.good': 'What good work unlocks without the points',
  'rulebook.goodHow':
    'What counts is the share of your contributions that went well. So that the first one does not decide, everyone starts with two good and two bad ones, which makes 50%: (good + 2) / (good + bad + 4).',
  'rulebook.goodOpens': {
    one: '“{what}” is unlocked at {bar}: {n} good one and no bad one is enough.',
    other: '“{what}” is unlocked at {bar}: {n} good ones and no bad one are enough.',
  },

  'rulebook.ranks': 'Ranks',
  'rulebook.ranksHint': 'Ranks unlock nothing and cost nothing: they show how far somebody has come.',
  'rulebook.rank': 'Rank',
  'rulebook.solutions': 'Solutions',
  'rulebook.articles': 'FAQ articles',
  'rulebook.yourRank': 'your rank',

  'rulebook.votes': 'Votes per day',
  'rulebook.votesUp': '{n} up, at most {most} of them on posts by the same person.',
  'rulebook.votesDown': '{n} down, at most {most} of them on posts by the same person.',
  'rulebook.votesDay': 'A day begins at midnight UTC.',

  'rulebook.bounties': 'Bounties',
  'rulebook.bountyOffer':
    'With {from} points or more, you can offer {least} to {most} of them for an answer to any question. They are deducted at once, and whoever wins them gets them on top of the daily limit.',
  'rulebook.bountyTime': 'It is open for {open}. After that you have another {grace} to award it.',
  'rulebook.bountyTimeOnly': 'It is open for {open}; until then you can award it.',
  'rulebook.bountyRule':
    'Otherwise it goes to the answer accepted in the meantime, or else to the answer from that time with the highest score, at least {score}. If there is none, the points are returned.',
  'rulebook.days': { one: '{n} day', other: '{n} days' },
  'rulebook.bountiesOpen': 'Open bounties',

  'rulebook.solved': 'Accepting answers',
  'rulebook.alsoSolved': {
    one: 'Besides the accepted answer, the asker can mark {n} other as “solved it too”.',
    other: 'Besides the accepted answer, the asker can mark {n} others as “solved it too”.',
  },
  'rulebook.reminder':
    'After {reminded} without an accepted answer, the asker is reminded once. After {accepted}, a moderator may accept on their behalf, on record.',

  'rulebook.ratings': 'Ratings of helpers',
  'rulebook.ratingsHow':
    'An average is shown from {n} ratings. It starts as if {weight} people had given {mean} stars, so that the first few do not decide.',
  'rulebook.ratingsPlain': 'An average is shown from {n} ratings.',
  'rulebook.expertise': 'Top helpers',
  'rulebook.expertiseHow': 'After {days} a contribution counts half, so that the lists show who helps now.',
  'rulebook.toHelpers': 'See the lists',
  'rulebook.toSuperusers': 'How to become a superuser',

  'rulebook.changes': 'What changed',
  'rulebook.changesHint':
    'A change applies to everything that happens after it. Points earned before stay, unless the ledger says otherwise.',
  'rulebook.whole': 'All rules of version {version}',
  'rulebook.older': 'Older versions',
  'rulebook.newest': 'Newest versions',

  'standingRules.ranks': 'Ranks',
  'standingRules.noChanges': 'This changes nothing.',
  'standingRules.change': 'from {before} to {after}',
  'standingRules.version': 'Version {version}',
  'standingRules.first': 'The first rules',
  'standingRules.rule.points.QUESTION_UPVOTED': 'The author of a question gets this for each upvote.',
  'standingRules.rule.points.QUESTION_DOWNVOTED': 'The author of a question loses this for each downvote.',
  'standingRules.rule.points.ANSWER_UPVOTED': 'The author of an answer gets this for each upvote.',
  'standingRules.rule.points.ANSWER_DOWNVOTED': 'The author of an answer loses this for each downvote.',
  'standingRules.rule.points.VOTED_ANSWER_DOWN':
    'Downvoting an answer costs the voter this, so that nobody does it lightly.',
  'standingRules.rule.points.ANSWER_ACCEPTED': 'The author of an answer gets this when the asker accepts it.',
  'standingRules.rule.points.ACCEPTED_AN_ANSWER':
    'The asker gets this for accepting an answer by somebody else.',
  'standingRules.rule.points.ANSWER_ALSO_SOLVED':
    'The author of an answer gets this when it is marked as “solved it too”.',
  'standingRules.rule.points.ANSWER_MADE_OFFICIAL':
    'The author of an answer gets this when a moderator makes it official.',
  'standingRules.rule.points.ANSWER_PROMOTED':
    'The author of an answer gets this when it becomes a published article.',
  'standingRules.rule.dailyCap':
    'The most that upvotes earn one person per day (UTC). Nothing else counts towards it.',
  'standingRules.rule.privileges.ASK':
    'Reputation needed to ask questions; 0 means everyone who is logged in.',
  'standingRules.rule.privileges.ANSWER': 'Reputation needed to answer.',
  'standingRules.rule.privileges.COMMENT': 'Reputation needed to comment.',
  'standingRules.rule.privileges.VOTE_UP': 'Reputation needed to upvote.',
  'standingRules.rule.privileges.OFFER_BOUNTY': 'Reputation needed to offer bounties.',
  'standingRules.rule.privileges.VOTE_DOWN': 'Reputation needed to downvote.',
  'standingRules.rule.privileges.NOMINATE_SUPERUSER': 'Reputation needed to nominate superusers.',
  'standingRules.rule.privileges.CREATE_TAG': 'Reputation needed to create tags.',
  'standingRules.rule.privileges.EDIT_OTHERS_POSTS': 'Reputation needed to edit other people’s posts.',
  'standingRules.rule.hysteresis.share':
    'Below this share of its threshold, a privilege is lost at once; above it, the grace period applies.',
  'standingRules.rule.hysteresis.graceDays':
    'Grace period: how long people can stay below a threshold before they lose the privilege.',
  'standingRules.rule.abilities.POSTS':
    'Quality of their own posts that lets people downvote without the points.',
  'standingRules.rule.abilities.EDITS':
    'Quality of their edits that lets people edit others’ posts without the points.',
  'standingRules.rule.abilities.FLAGS':
    'Quality of their reports that gets people’s reports looked at first.',
  'standingRules.rule.votes.upPerDay': 'Upvotes that one person can cast per day (UTC).',
  'standingRules.rule.votes.downPerDay': 'Downvotes that one person can cast per day (UTC).',
  'standingRules.rule.votes.upPerAuthor': 'Of these, upvotes on posts by the same author.',
  'standingRules.rule.votes.downPerAuthor': 'Of these, downvotes on posts by the same author.',
  'standingRules.rule.solutions.alsoSolvedMost':
    'How many answers can be marked as “solved it too”, besides the accepted one.',
  'standingRules.rule.solutions.reminderAfterDays':
    'How long without an accepted answer until the asker is reminded, once.',
  'standingRules.rule.solutions.onBehalfAfterDays':
    'How long without a word from the asker until a moderator may accept on their behalf.',
  'standingRules.rule.bounty.least': 'The smallest bounty.',
  'standingRules.rule.bounty.most': 'The largest bounty.',
  'standingRules.rule.bounty.days': 'How long a bounty is open.',
  'standingRules.rule.bounty.graceDays':
    'How long it can still be awarded after it has ended, before the rule decides.',
  'standingRules.rule.bounty.leastScore': 'The score an answer needs to get the bounty by the rule.',
  'standingRules.rule.ratings.priorMean': 'The stars a helper’s average starts with, before many have rated.',
  'standingRules.rule.ratings.priorWeight': 'How many ratings this start counts as.',
  'standingRules.rule.ratings.leastCount': 'How many ratings it takes to show an average.',
  'standingRules.rule.expertise.halfLifeDays': 'How long until a contribution counts half.',
  'standingRules.rule.superusers.reputation': 'The least reputation of a superuser.',
  'standingRules.rule.superusers.windowDays': 'The number of days over which the following is counted.',
  'standingRules.rule.superusers.activeDays': 'The least number of those days on which they were active.',
  'standingRules.rule.superusers.solutions':
    'The least number of their answers that solved a question in those days.',
  'standingRules.rule.superusers.askers': 'The least number of different people who asked those questions.',
  'standingRules.rule.superusers.quality': 'The least quality of their posts.',
  'standingRules.rule.superusers.stayShare': 'The share of each of these that it takes to stay a superuser.',
  'standingRules.rule.superusers.graceDays': 'How long they can stay below even that.',
  'standingRules.rule.superusers.invitationDays': 'How long an invitation stays open.',
  'standingRules.rule.superusers.termMonths': 'How long a term lasts before it is renewed.',
} as const satisfies Wording;
