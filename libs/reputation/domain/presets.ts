import type { PresetName, RuleSet } from './rule-set.js';

/**
 * Presets by the size of a community. Thresholds and points are those that Stack Exchange and Apache Answer settled
 * on; vote limits and the ladder of ranks follow NodeBB and Khoros. Members begin with no reputation, not with one
 * point as there, so a threshold of 1 is 0 here.
 */
const NEW: RuleSet = {
  points: {
    QUESTION_UPVOTED: 10,
    QUESTION_DOWNVOTED: -2,
    ANSWER_UPVOTED: 10,
    ANSWER_DOWNVOTED: -2,
    // So that it is meant; a question may be voted down for free.
    VOTED_ANSWER_DOWN: -1,
    ANSWER_ACCEPTED: 15,
    ACCEPTED_AN_ANSWER: 2,
    ANSWER_ALSO_SOLVED: 5,
    ANSWER_MADE_OFFICIAL: 15,
    ANSWER_PROMOTED: 25,
  },
  dailyCap: 200,
  privileges: {
    ASK: 0,
    ANSWER: 0,
    COMMENT: 0,
    VOTE_UP: 0,
    OFFER_BOUNTY: 75,
    VOTE_DOWN: 125,
    NOMINATE_SUPERUSER: 200,
    CREATE_TAG: 0,
    EDIT_OTHERS_POSTS: 1_000,
  },
  abilities: { POSTS: 0.8, EDITS: 0.8, FLAGS: 0.8 },
  hysteresis: { share: 0.9, graceDays: 14 },
  // A handful of people must be able to thank each other; what looks like a ring is for the nightly detection.
  votes: { upPerDay: 100, downPerDay: 30, upPerAuthor: 50, downPerAuthor: 10 },
  bounty: { least: 50, most: 500, days: 7, graceDays: 1, leastScore: 2 },
  solutions: { alsoSolvedMost: 4, onBehalfAfterDays: 14, reminderAfterDays: 7 },
  ratings: { priorMean: 3.5, priorWeight: 5, leastCount: 5 },
  ranks: [
    { names: { en: 'Newcomer', de: 'Neu dabei' }, reputation: 0, solutions: 0, articles: 0 },
    { names: { en: 'Contributor', de: 'Aktiv dabei' }, reputation: 50, solutions: 0, articles: 0 },
    { names: { en: 'Helper', de: 'Hilfsbereit' }, reputation: 200, solutions: 1, articles: 0 },
    { names: { en: 'Adviser', de: 'Ratgebend' }, reputation: 1_000, solutions: 5, articles: 0 },
    { names: { en: 'Expert', de: 'Fachkundig' }, reputation: 3_000, solutions: 25, articles: 0 },
    { names: { en: 'Luminary', de: 'Wegweisend' }, reputation: 10_000, solutions: 100, articles: 5 },
  ],
  expertise: { halfLifeDays: 365 },
  superusers: {
    reputation: 500,
    windowDays: 100,
    activeDays: 15,
    solutions: 5,
    askers: 5,
    quality: 0.75,
    stayShare: 0.9,
    graceDays: 14,
    invitationDays: 30,
    termMonths: 12,
  },
};

const GROWING: RuleSet = {
  ...NEW,
  privileges: { ...NEW.privileges, VOTE_UP: 8, CREATE_TAG: 750 },
  votes: { upPerDay: 40, downPerDay: 20, upPerAuthor: 12, downPerAuthor: 6 },
  superusers: { ...NEW.superusers, reputation: 1_000, solutions: 10, askers: 8 },
};

const ESTABLISHED: RuleSet = {
  ...GROWING,
  privileges: { ...GROWING.privileges, VOTE_UP: 15, CREATE_TAG: 1_500, EDIT_OTHERS_POSTS: 2_000 },
  votes: { upPerDay: 20, downPerDay: 10, upPerAuthor: 6, downPerAuthor: 3 },
  superusers: { ...GROWING.superusers, reputation: 2_000, solutions: 20, askers: 12 },
};

export const PRESETS: Readonly<Record<PresetName, RuleSet>> = { NEW, GROWING, ESTABLISHED };
