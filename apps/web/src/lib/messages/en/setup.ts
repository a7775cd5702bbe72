/** The first start. */
export const setup = {
  'setup.title': 'Welcome to your new community',
  'setup.intro': 'Nobody is here yet. Three steps, and it opens.',
  'setup.community': '1. The community',
  'setup.siteName': 'Name of the community',
  'setup.siteNameHint': 'It stands at the top of every page.',
  'setup.admin': '2. Your account',
  'setup.adminHint': 'The first account runs the site: it gives roles, and changes name and house rules.',
  'setup.content': '3. What is in it',
  'setup.sample': 'A sample community',
  'setup.sampleHint': 'People, questions, answers and FAQ articles to try things with.',
  'setup.empty': 'Nothing',
  'setup.emptyHint': 'For real work: an empty place.',
  'setup.start': 'Open the community',
  'setup.busy': 'Opening …',
} as const;
