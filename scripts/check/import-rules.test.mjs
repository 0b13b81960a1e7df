import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../project.mjs';

const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const CRUISER = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const { forbidden } = createRequire(import.meta.url)(CONFIG);

/** A file that breaks a rule by what it imports. */
const BREAKS = [
  ['no-cycles', 'lib/lines/circle-a.ts', './circle-b'],
  ['no-missing-modules', 'lib/lines/missing.ts', './nowhere'],
  ['lib-runs-without-react-or-next', 'lib/ingest/next.ts', 'next'],
  ['lib-runs-without-react-or-next', 'lib/ingest/drawn.ts', '@/components/ui'],
  ['components-know-no-app', 'components/ui/route.ts', '@/app/page'],
  ['components-stay-in-the-browser', 'components/ui/store.ts', '@/lib/store'],
  ['events-know-nobody', 'lib/events/lines.ts', '@/lib/lines'],
  ['interface-speaks-of-events-only', 'lib/interface/lines.ts', '@/lib/lines'],
  ['pure-rooms-know-pure-rooms', 'lib/formats/archives.ts', '@/lib/archives'],
  ['pure-rooms-touch-nothing', 'lib/query/files.ts', 'node:fs'],
  ['inputs-and-store-do-not-know-each-other', 'lib/archives/store.ts', '@/lib/store'],
  ['inputs-and-store-do-not-know-each-other', 'lib/store/ingest.ts', '@/lib/ingest'],
  ['only-store-speaks-to-postgres', 'lib/ingest/postgres.ts', 'pg'],
  ['only-store-speaks-to-postgres', 'app/client.ts', '@/lib/generated/prisma/client'],
  ['components-stay-in-the-browser', 'components/ui/auth.ts', '@/lib/auth'],
  ['the-store-does-not-ask-who', 'lib/ingest/auth.ts', '@/lib/auth'],
  ['only-auth-speaks-to-better-auth', 'app/auth.ts', 'better-auth'],
  ['rooms-meet-at-their-index', 'lib/ingest/inner.ts', '@/lib/lines/split'],
  ['everybody-enters-by-the-index', 'app/inner.ts', '@/lib/lines/split'],
  ['nothing-imports-tests', 'lib/lines/tested.ts', './split.test'],
  ['nothing-imports-tests', 'lib/lines/supported.ts', '@/lib/store/test-rows'],
  ['no-scripts-in-the-application', 'lib/lines/script.ts', '@/scripts/start'],
  ['development-packages-stay-out', 'lib/lines/development.ts', 'fast-check'],
];

/** Files that are as they should be, whatever they import. */
const ALLOWED = {
  'lib/events/index.ts': [],
  'lib/lines/index.ts': ['@/lib/events', './split'],
  'lib/lines/split.ts': [],
  'lib/lines/split.test.ts': ['./split', 'fast-check', '@/lib/store/test-rows'],
  'lib/lines/circle-b.ts': ['./circle-a'],
  'lib/archives/index.ts': ['node:fs', '@/lib/lines'],
  'lib/store/index.ts': ['pg', './inner'],
  'lib/store/inner.ts': ['@/lib/generated/prisma/client'],
  'lib/store/test-rows.ts': ['pg'],
  'lib/auth/index.ts': ['@/lib/store', 'better-auth', './tokens'],
  'lib/auth/tokens/index.ts': ['@/lib/store'],
  'lib/receivers/index.ts': ['@/lib/auth/tokens'],
  'lib/generated/prisma/client.ts': [],
  'lib/ingest/index.ts': ['@/lib/store', '@/lib/archives'],
  'components/ui/index.ts': ['@/lib/events'],
  'app/page.ts': ['@/components/ui', '@/lib/ingest', 'next'],
  'scripts/start.ts': ['node:fs'],
};

let folder;
let violations;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'trackway-rules-')));
  const paths = { '@/*': ['./*'] };
  write(
    'package.json',
    JSON.stringify({
      dependencies: { pg: '1', next: '1', 'better-auth': '1' },
      devDependencies: { 'fast-check': '1' },
    }),
  );
  write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'esnext', moduleResolution: 'bundler', paths } }));
  for (const name of ['pg', 'next', 'fast-check', 'better-auth']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  const files = [...BREAKS.map(([, file, imported]) => [file, [imported]]), ...Object.entries(ALLOWED)];
  for (const [file, imported] of files) write(file, imported.map((name) => `import '${name}';\n`).join(''));
  const args = [CRUISER, '--config', CONFIG, '--output-type', 'json', 'app', 'components', 'lib', 'scripts'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const output = JSON.parse(stdout);
  violations = output.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
});

afterAll(() => rmSync(folder, { recursive: true }));

function write(path, content) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

test.each(BREAKS)('%s is broken when %s imports %s', (rule, from) => {
  expect(violations).toContainEqual({ rule, from });
});

test('what is allowed breaks no rule', () => {
  const inCircle = (file) => file === 'lib/lines/circle-b.ts';
  expect(violations.filter(({ from }) => from in ALLOWED && !inCircle(from))).toEqual([]);
});

test('every rule is an error, says why, and is tried here', () => {
  const tried = new Set(BREAKS.map(([rule]) => rule));
  expect(
    forbidden.filter(({ name, severity, comment }) => !(tried.has(name) && severity === 'error' && comment)),
  ).toEqual([]);
});
