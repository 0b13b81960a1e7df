// The direction of dependencies (ARCHITECTURE.md): events <- pure rooms <- {receivers, archives, store} <- ingest;
// lib <- components <- app. Each rule says why it is there; scripts/check/import-rules.test.mjs makes each of them fire.

const PURE =
  'events|lines|formats|layouts|query|columns|originals|blocks|patterns|detections|interface|hunts|sample|tar|attack|markdown|library|sigma|rules|stories|text|report';
const BESIDE_STORE = 'receivers|archives|store';
const GENERATED = '^lib/generated/';
const ROOM_INSIDE = '^(lib|components)/[^/]+/';
const ROOM_FACE = '^(lib|components)/.+/index\\.tsx?$';
// The folders testing/ hold what several tests share.
// What tests share is in files named test-….ts or in folders named testing.
const SUPPORT = '/(test-[^/]+|testing/[^/]+)\\.ts$';
const TEST = `\\.test\\.(ts|tsx|mjs)$|${SUPPORT}`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'In a circle nothing can be understood, tested or moved alone. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-missing-modules',
      comment: 'An import that resolves to nothing would pass every other rule unseen.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'lib-runs-without-react-or-next',
      comment: 'The reader process, scripts and tests use lib/ where there is neither.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: ['^(app|components)/', '^node_modules/(@types/)?(next|react|react-dom)/'] },
    },
    {
      name: 'components-know-no-app',
      comment: 'Routes put components together, not the other way round.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'components-stay-in-the-browser',
      comment: 'What is drawn in a browser reaches the server through the HTTP interface only.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/(auth|store|ingest|watch|archives|receivers|generated|blocks|env\\.ts|logger\\.ts)' },
    },
    {
      name: 'events-know-nobody',
      comment: 'Everything speaks of events, so events can speak of nothing else.',
      severity: 'error',
      from: { path: '^lib/events/', pathNot: TEST },
      to: { path: '^lib/', pathNot: '^lib/events/' },
    },
    {
      name: 'interface-speaks-of-events-only',
      comment: 'The shapes of the HTTP interface must not change because something inside does.',
      severity: 'error',
      from: { path: '^lib/interface/', pathNot: TEST },
      to: { path: '^lib/', pathNot: '^lib/(interface|events)/' },
    },
    {
      name: 'pure-rooms-know-pure-rooms',
      comment:
        'Parsing and querying take values and give values; they can then run in the browser, in workers and in tests.',
      severity: 'error',
      from: { path: `^lib/(${PURE})/`, pathNot: TEST },
      to: { path: '^lib/', pathNot: [`^lib/(${PURE})/`, '^lib/errors\\.ts$'] },
    },
    {
      name: 'pure-rooms-touch-nothing',
      comment: 'No files, network, processes or clock of the machine: only then is a result the same everywhere.',
      severity: 'error',
      from: { path: `^lib/(${PURE})/`, pathNot: [TEST, '^lib/blocks/'] },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|string_decoder|util)$' },
    },
    {
      name: 'inputs-and-store-do-not-know-each-other',
      comment: 'Ingest composes them; each can then be exchanged and tested without the others.',
      severity: 'error',
      from: { path: `^lib/(${BESIDE_STORE})/`, pathNot: TEST },
      to: { path: `^lib/(${BESIDE_STORE}|ingest|watch)/`, pathNot: ['^lib/$1/', GENERATED] },
    },
    {
      name: 'the-store-does-not-ask-who',
      comment: 'Who may is decided once, before a verb is called; a verb that asked again could decide otherwise.',
      severity: 'error',
      from: { path: '^lib/(store|receivers|archives|ingest|watch)/', pathNot: TEST },
      to: { path: '^lib/auth/', pathNot: '^lib/auth/tokens/' },
    },
    {
      name: 'only-auth-speaks-to-better-auth',
      comment: 'The library has calls that ask nobody; they are made in one room.',
      severity: 'error',
      from: { path: '^(lib|app|components)/', pathNot: '^lib/auth/' },
      to: { path: '^node_modules/(better-auth|@better-auth/[^/]+)/' },
    },
    {
      name: 'only-store-speaks-to-postgres',
      comment: 'One place to bind values, cancel, count and change how events are kept.',
      severity: 'error',
      from: { path: '^(lib|app|components)/', pathNot: ['^lib/store/', GENERATED, '\\.db\\.test\\.ts$', SUPPORT] },
      to: { path: ['^node_modules/(pg|pg-copy-streams|@prisma/[^/]+|@types/pg[^/]*)/', '^lib/generated/prisma'] },
    },
    {
      name: 'rooms-meet-at-their-index',
      comment: 'A room may rearrange itself as long as its index.ts stays.',
      severity: 'error',
      from: { path: '^(lib|components)/([^/]+)/' },
      to: { path: ROOM_INSIDE, pathNot: ['^$1/$2/', ROOM_FACE, SUPPORT, GENERATED] },
    },
    {
      name: 'everybody-enters-by-the-index',
      comment: 'The same for what is not in a room itself.',
      severity: 'error',
      from: { path: '^(app|e2e)/|^lib/[^/]+$' },
      to: { path: ROOM_INSIDE, pathNot: [ROOM_FACE, SUPPORT, GENERATED] },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Tests are at the end of every path.',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: [TEST, '^e2e/'], pathNot: '^e2e/(?!.*\\.spec\\.)' },
    },
    {
      name: 'no-scripts-in-the-application',
      comment: 'Scripts run before packages and builds exist; the application must not depend on how it was started.',
      severity: 'error',
      from: { path: '^(lib|app|components)/', pathNot: TEST },
      to: { path: '^scripts/' },
    },
    {
      name: 'development-packages-stay-out',
      comment: 'What runs must be in "dependencies".',
      severity: 'error',
      from: { path: '^(lib|app|components)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', GENERATED] },
    exclude: { path: ['^\\.next/', '^\\.build/', '^\\.data/', '^next-env\\.d\\.ts$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
