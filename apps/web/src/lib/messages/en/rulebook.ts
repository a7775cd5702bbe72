import type { Wording } from '../types.ts';

/** What the page of the rules says, and what admins read of each rule too. */
export const rulebook = {
  'rulebook.title': 'How reputation works',
  'rulebook.intro':
    'Reputation says how useful others found what you did here. These are the rules: the same for everybody, and nothing of them is secret.',
  'rulebook.since': 'Version {version}, in force since {date}.',
  'rulebook.old': 'These are rules from before: version {version}, made on {date}.',
  'rulebook.toCurrent': 'The rules in force',
  'rulebook.toChanges': 'What changed last',
  'rulebook.own': { one: 'You have {n} point.', other: 'You have {n} points.' },

  'rulebook.points': 'What earns points, and what costs them',
  'rulebook.what': 'What happens',
  'rulebook.pointsColumn': 'Points',
  'rulebook.ANSWER_UPVOTED': 'Somebody votes your answer up',
  'rulebook.QUESTION_UPVOTED': 'Somebody votes your question up',
  'rulebook.ANSWER_ACCEPTED': 'Your answer is accepted',
  'rulebook.ANSWER_ALSO_SOLVED': 'Your answer is marked as solving it too',
  'rulebook.ANSWER_MADE_OFFICIAL': 'Your answer becomes official',
  'rulebook.ANSWER_PROMOTED': 'Your answer becomes an FAQ article',
  'rulebook.ACCEPTED_AN_ANSWER': 'You accept an answer that somebody gave you',
  'rulebook.ANSWER_DOWNVOTED': 'Somebody votes your answer down',
  'rulebook.QUESTION_DOWNVOTED': 'Somebody votes your question down',
  'rulebook.VOTED_ANSWER_DOWN': 'You vote down an answer of somebody else',
  'rulebook.cap': {
    one: 'Votes up bring {n} point a day at most (UTC). Everything else comes on top.',
    other: 'Votes up bring {n} points a day at most (UTC). Everything else comes on top.',
  },
  'rulebook.takenBack':
    'What is taken back takes its points along: a vote that is withdrawn, a mark that goes to another answer, a post that is deleted. Each point stands in the ledger of a profile, with the reason.',

  'rulebook.opens': 'What reputation opens',
  'rulebook.privilege': 'What you may do',
  'rulebook.from': 'From',
  'rulebook.forAll': 'as soon as you are logged in',
  'rulebook.nPoints': { one: '{n} point', other: '{n} points' },
  'rulebook.enough': 'enough points',
  'rulebook.byRole': 'Your role opens all of it to you.',
  'rulebook.kept': {
    one: 'Whoever falls below a threshold keeps what it opened for {n} day, with a warning. Below {share} of the threshold it closes within the hour.',
    other:
      'Whoever falls below a threshold keeps what it opened for {n} days, with a warning. Below {share} of the threshold it closes within the hour.',
  },
  'rulebook.notKept': 'Whoever falls below a threshold loses what it opened within the hour.',

  'rulebook.good': 'What good work opens without the points',
  'rulebook.goodHow':
    'What counts is the share of what somebody did well. So that the first one does not decide, everybody begins with two good and two bad ones, which makes 50%: (good + 2) / (good + bad + 4).',
  'rulebook.goodOpens': {
    one: '“{what}” opens at {bar}. With {n} good one and no bad one you are there.',
    other: '“{what}” opens at {bar}. With {n} good ones and no bad one you are there.',
  },

  'rulebook.ranks': 'Ranks',
  'rulebook.ranksHint': 'Ranks open nothing and cost nothing: they say how far somebody came.',
  'rulebook.rank': 'Rank',
  'rulebook.solutions': 'Solutions',
  'rulebook.articles': 'FAQ articles',
  'rulebook.yourRank': 'your rank',

  'rulebook.votes': 'Votes a day',
  'rulebook.votesUp': '{n} up, of these at most {most} for what one and the same person wrote.',
  'rulebook.votesDown': '{n} down, of these at most {most} for what one and the same person wrote.',
  'rulebook.votesDay': 'A day begins at midnight, UTC.',

  'rulebook.bounties': 'Bounties',
  'rulebook.bountyOffer':
    'From {from} points on you can offer {least} to {most} of them for an answer to any question. They leave your reputation at once, and whoever wins them has them on top of the daily limit.',
  'rulebook.bountyTime': 'It is open for {open}. After that you have {grace} more to award it.',
  'rulebook.bountyTimeOnly': 'It is open for {open}; until then you can award it.',
  'rulebook.bountyRule':
    'Otherwise the answer gets it that was accepted meanwhile, or else the one from that time with the highest score, from {score} on. If there is none, the points go back.',
  'rulebook.days': { one: '{n} day', other: '{n} days' },
  'rulebook.bountiesOpen': 'Open bounties',

  'rulebook.solved': 'Accepting',
  'rulebook.alsoSolved': {
    one: 'Besides the accepted answer the asker can mark {n} other as solving it too.',
    other: 'Besides the accepted answer the asker can mark {n} others as solving it too.',
  },
  'rulebook.reminder':
    'After {reminded} without an accepted answer the asker is reminded, once. After {accepted} a moderator may accept in their name, on record.',

  'rulebook.ratings': 'Ratings of helpers',
  'rulebook.ratingsHow':
    'An average is shown from {n} ratings on. It begins as if {weight} people had given {mean} stars, so that the first few do not decide.',
  'rulebook.ratingsPlain': 'An average is shown from {n} ratings on.',
  'rulebook.expertise': 'Top helpers',
  'rulebook.expertiseHow':
    'What somebody solved counts half after {days}, so that the lists say who helps now.',
  'rulebook.toHelpers': 'To the lists',
  'rulebook.toSuperusers': 'What it takes to become a superuser',

  'rulebook.changes': 'What changed',
  'rulebook.changesHint':
    'A change holds from the next deed on. What was earned before stays, unless the ledger says otherwise.',
  'rulebook.whole': 'All of version {version}',
  'rulebook.older': 'Older versions',
  'rulebook.newest': 'Newest versions',

  'standingRules.ranks': 'Ranks',
  'standingRules.noChanges': 'This changes nothing.',
  'standingRules.change': 'from {before} to {after}',
  'standingRules.version': 'Version {version}',
  'standingRules.first': 'The rules of the beginning',
  'standingRules.rule.points.QUESTION_UPVOTED': 'The author of a question gets this for each vote up.',
  'standingRules.rule.points.QUESTION_DOWNVOTED': 'The author of a question loses this for each vote down.',
  'standingRules.rule.points.ANSWER_UPVOTED': 'The author of an answer gets this for each vote up.',
  'standingRules.rule.points.ANSWER_DOWNVOTED': 'The author of an answer loses this for each vote down.',
  'standingRules.rule.points.VOTED_ANSWER_DOWN':
    'Voting an answer down costs the voter this, so that it is meant.',
  'standingRules.rule.points.ANSWER_ACCEPTED': 'The author of an answer gets this when the asker accepts it.',
  'standingRules.rule.points.ACCEPTED_AN_ANSWER':
    'The asker gets this for accepting an answer by somebody else.',
  'standingRules.rule.points.ANSWER_ALSO_SOLVED':
    'The author of an answer gets this when it is marked as also solving it.',
  'standingRules.rule.points.ANSWER_MADE_OFFICIAL':
    'The author of an answer gets this when a moderator makes it official.',
  'standingRules.rule.points.ANSWER_PROMOTED':
    'The author of an answer gets this when it becomes a published article.',
  'standingRules.rule.dailyCap':
    'Votes up bring one person no more than this on one UTC day. Nothing else counts towards it.',
  'standingRules.rule.privileges.ASK':
    'From this reputation on people ask questions; 0 for everybody who is logged in.',
  'standingRules.rule.privileges.ANSWER': 'From this reputation on people answer.',
  'standingRules.rule.privileges.COMMENT': 'From this reputation on people comment.',
  'standingRules.rule.privileges.VOTE_UP': 'From this reputation on people vote up.',
  'standingRules.rule.privileges.OFFER_BOUNTY': 'From this reputation on people offer bounties.',
  'standingRules.rule.privileges.VOTE_DOWN': 'From this reputation on people vote down.',
  'standingRules.rule.privileges.NOMINATE_SUPERUSER':
    'From this reputation on people nominate others as superusers.',
  'standingRules.rule.privileges.CREATE_TAG':
    'From this reputation on people use tags that nobody used before.',
  'standingRules.rule.privileges.EDIT_OTHERS_POSTS': 'From this reputation on people edit what others wrote.',
  'standingRules.rule.hysteresis.share':
    'A privilege is lost at once below this share of its threshold; above it, days of grace count.',
  'standingRules.rule.hysteresis.graceDays': 'So long one may stay below a threshold before it is lost.',
  'standingRules.rule.abilities.POSTS':
    'From this quality of their own posts on people may vote down without the points.',
  'standingRules.rule.abilities.EDITS':
    'From this quality of their edits on people may edit others’ posts without the points.',
  'standingRules.rule.abilities.FLAGS':
    'From this quality of their reports on, reports of theirs are looked at first.',
  'standingRules.rule.votes.upPerDay': 'Votes up that one person casts on a UTC day, at most.',
  'standingRules.rule.votes.downPerDay': 'Votes down that one person casts on a UTC day, at most.',
  'standingRules.rule.votes.upPerAuthor': 'Votes up on posts of the same author on a UTC day, at most.',
  'standingRules.rule.votes.downPerAuthor': 'Votes down on posts of the same author on a UTC day, at most.',
  'standingRules.rule.solutions.alsoSolvedMost':
    'So many answers can be marked as also solving a question, besides the accepted one.',
  'standingRules.rule.solutions.reminderAfterDays':
    'After so long without acceptance the asker is reminded, once.',
  'standingRules.rule.solutions.onBehalfAfterDays':
    'After so long without a word of the asker a moderator may accept for them.',
  'standingRules.rule.bounty.least': 'The smallest bounty.',
  'standingRules.rule.bounty.most': 'The largest bounty.',
  'standingRules.rule.bounty.days': 'So long a bounty is open.',
  'standingRules.rule.bounty.graceDays':
    'So long its offerer may still award it after it has ended, before the rule decides.',
  'standingRules.rule.bounty.leastScore': 'From this score on an answer gets the bounty by rule.',
  'standingRules.rule.ratings.priorMean':
    'The stars that a helper’s average begins with, before many have rated.',
  'standingRules.rule.ratings.priorWeight': 'So many ratings that beginning counts for.',
  'standingRules.rule.ratings.leastCount': 'From so many ratings on an average is shown.',
  'standingRules.rule.expertise.halfLifeDays': 'After so long a contribution counts half.',
  'standingRules.rule.superusers.reputation': 'Superusers have this reputation, at least.',
  'standingRules.rule.superusers.windowDays': 'The days that the following are counted over.',
  'standingRules.rule.superusers.activeDays': 'On so many of them they were active.',
  'standingRules.rule.superusers.solutions': 'So many of their answers solved a question in them.',
  'standingRules.rule.superusers.askers': 'So many different people asked those questions.',
  'standingRules.rule.superusers.quality': 'The quality of their posts is this, at least.',
  'standingRules.rule.superusers.stayShare': 'Whoever is in stays with this share of each of these.',
  'standingRules.rule.superusers.graceDays': 'So long one may stay below even that.',
  'standingRules.rule.superusers.invitationDays': 'So long an invitation waits for an answer.',
  'standingRules.rule.superusers.termMonths': 'So long a term is, before it is renewed.',
} as const satisfies Wording;
