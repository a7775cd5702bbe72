/**
 * The boundaries of the house. Each rule says why; a rule that stands in the way of something good is discussed and
 * changed here, not stepped around.
 */

/** From the ground up: a lib stands on those before it, and on none beside or after it. */
const FLOORS = [
  ['kernel'],
  ['platform', 'markdown'],
  ['accounts'],
  ['catalogue'],
  ['forum'],
  ['reputation'],
  // Escrow of reputation; those who moderate may listen to it.
  ['bounties'],
  ['moderation'],
  ['knowledge'],
  // Authors are told of the articles that their answers became.
  ['notifications'],
  // It finds articles too.
  ['search'],
  // It watches what is searched, and what becomes of it. The superuser programme and recognition tell people by notices.
  ['insights', 'programme', 'recognition'],
  ['site', 'importer', 'integrity'],
  // A new site may ask for it.
  ['sample'],
  ['assembly'],
];

const SPECS = '\\.spec\\.ts$';

const floorRules = FLOORS.flatMap((libs, floor) =>
  libs.map((lib) => ({
    name: `${lib}-stands-on-lower-floors`,
    comment:
      'Domains are built on each other in one direction: what lies lower can be understood, tested and changed ' +
      'without what lies above. What must react upward listens to a domain event.',
    severity: 'error',
    from: { path: `^libs/${lib}/`, pathNot: SPECS },
    to: {
      path: '^libs/',
      pathNot: `^libs/(${[lib, ...FLOORS.slice(0, floor).flat(), 'testing'].join('|')})/`,
    },
  })),
);

export default {
  forbidden: [
    ...floorRules,
    {
      name: 'every-lib-has-a-floor',
      comment: 'A new lib says where it stands, in FLOORS at the top of this file.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(${[...FLOORS.flat(), 'testing'].join('|')})/` },
      to: {},
    },
    {
      name: 'no-cycles',
      comment:
        'In a circle nothing can be understood first, and what is undefined at import depends on who asked.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-is-plain',
      comment:
        'Ids, errors and policies are plain TypeScript: usable everywhere, in tests without any framework.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: SPECS },
      to: { pathNot: ['^libs/kernel/', '^node:'] },
    },
    {
      name: 'domain-is-plain',
      comment:
        'The rules of a domain are tested by example and property without a database or a framework around. ' +
        'Types weigh nothing, and the hash of a password is an algorithm like any other.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/domain/', pathNot: SPECS },
      to: {
        pathNot: ['^libs/$1/domain/', '^libs/(kernel|markdown)/', '^node:', '^node_modules/@node-rs/argon2/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'application-knows-no-graphql',
      comment:
        'Use cases serve GraphQL, the command line, jobs and the import alike; they know none of them.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/application/', pathNot: SPECS },
      to: { path: ['^libs/$1/(graphql|jobs)/', '^node_modules/(graphql|@nestjs/graphql|@apollo)/'] },
    },
    {
      name: 'persistence-knows-the-domain-only',
      comment:
        'Stores and read models are used by the use cases, not the other way round. Of the application they know ' +
        'its policies, which say what may be shown.',
      severity: 'error',
      from: { path: '^libs/(?!platform/)([^/]+)/persistence/', pathNot: SPECS },
      to: {
        path: '^libs/$1/(application|graphql|jobs)/',
        pathNot: '/application/policies\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'graphql-writes-through-use-cases',
      comment: 'A resolver that wrote by itself would pass by policies, events and the ledger.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/graphql/', pathNot: SPECS },
      to: { path: '^libs/$1/persistence/.*\\.store\\.ts$' },
    },
    {
      name: 'libs-are-entered-by-their-face',
      comment:
        'What index.ts does not show may change without asking anybody. Two rooms have a door of their own, because ' +
        'whoever starts or migrates a database must not wait for all of Nest to load: PostgreSQL and the migrations.',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: {
        path: '^libs/',
        pathNot: [
          '^$1/$2/',
          '^libs/[^/]+/index\\.ts$',
          '^libs/platform/postgres/index\\.ts$',
          '^libs/[^/]+/(persistence/)?migrations/index\\.ts$',
        ],
      },
    },
    {
      name: 'nothing-imports-an-app',
      comment: 'Apps put the libs together; whoever needs something from one needs it from a lib.',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^$1/$2/' },
    },
    {
      name: 'tests-only',
      comment:
        'Template databases and builders are for tests; in what runs for people they would be a back door.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [SPECS, '^libs/testing/', '^apps/(e2e|bench)/', '/testing/'] },
      to: { path: ['^libs/testing/', '/testing/'] },
    },
    {
      name: 'pages-speak-graphql',
      comment:
        'The web application is a client like any other: it can do nothing that the API does not offer.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps/(?!web/))' },
    },
    {
      name: 'no-test-tools-in-production',
      comment: 'Development packages are not installed where Peerdesk runs.',
      severity: 'error',
      from: {
        path: '^(libs|apps)/',
        pathNot: [SPECS, '^libs/testing/', '^apps/(e2e|bench|web|cli/launch)/', '/testing/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-can-be-resolved',
      comment: 'An import that resolves to nothing fails when that line is reached, perhaps in production.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^apps/web/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'names-say-something',
      comment: 'A file called utils or helpers says nothing of what is in it, and grows.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|common|misc)(/|\\.ts$)', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '\\.svelte-kit', '^apps/web/node_modules'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['peerdesk-source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
