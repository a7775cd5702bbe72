/** The first start. */
export const setup = {
  'setup.title': 'Welcome to your new community',
  'setup.intro': 'Three steps, and it is open.',
  'setup.community': '1. The community',
  'setup.siteName': 'Name of the community',
  'setup.siteNameHint': 'Shown at the top of every page.',
  'setup.admin': '2. Your account',
  'setup.adminHint':
    'The first account runs the site: it assigns roles and can change the name and the house rules.',
  'setup.content': '3. Content',
  'setup.sample': 'A sample community',
  'setup.sampleHint': 'People, questions, answers and FAQ articles to try things out.',
  'setup.empty': 'An empty community',
  'setup.emptyHint': 'For real use.',
  'setup.start': 'Open the community',
  'setup.busy': 'Opening …',
} as const;
