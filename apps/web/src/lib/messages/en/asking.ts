import type { Wording } from '../types.ts';

export const asking = {
  'draft.keep': 'Keep as draft',
  'draft.discard': 'Discard draft',
  'draft.kept': 'Draft kept.',
  'draft.failed': 'The draft could not be kept.',
  'draft.from': 'Your draft, kept {when}',

  'suggest.heading': 'Perhaps already answered',
  'suggest.faq': 'The FAQ may have your answer',
  'suggest.newTab': '(opens in a new tab)',
  'suggest.none': 'Nothing similar was found. Your question is welcome.',

  'ask.title': 'Ask the community',
  'ask.intro': 'Say what you want to do, what happens instead, and what you tried.',
  'ask.titleField': 'Your question in one sentence',
  'ask.titleHint': '15 to 150 characters, so specific that somebody with the same problem recognises it.',
  'ask.body': 'The details',
  'ask.bodyHint': 'Model, version, exact words of error messages: whatever somebody needs to help you.',
  'ask.tags': 'Tags',
  'ask.tagsHint': 'One to five words for what it is about, separated by spaces.',
  'ask.tagsPopular': 'Often used:',
  'ask.language': 'Language of your question',
  'ask.languageHint': 'So that it reaches people who understand it.',
  'ask.check': 'Next: look for similar questions',
  'ask.post': 'Post question',
  'ask.tipsHeading': 'How to get a good answer',
  'ask.tip.search': 'Look at what is suggested below the title: it may save you the wait.',
  'ask.tip.one': 'One question at a time. Two problems are two questions.',
  'ask.tip.exact': 'Exact words: copy error messages instead of describing them.',
  'ask.tip.private': 'Everybody can read it. Leave out order numbers, addresses and passwords.',
  'ask.tip.accept': 'When an answer solved it, say so: it helps the next one.',
} as const satisfies Wording;
