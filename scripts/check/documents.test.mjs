import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../project.mjs';

const RECORDS = 'docs/decisions';
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, RECORDS)).map((name) => `${RECORDS}/${name}`),
];
/** What stands in code quotes and begins with one of these is a path of ours, even when the folder is gone. */
const FOLDERS = /^(?:app|bench|components|docs|e2e|lib|prisma|public|scripts)\//;
/** `lib/formats/<name>.ts` and `app/**` stand for many. */
const PATTERN = /[<*{…]/;
const LINK = /\]\(([^)\s]+)\)/g;
const CODE = /`([^`\n]+)`/g;

test.each(DOCUMENTS)('every path that %s names is there', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  expect(citedPaths(text, document).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('links are looked up from their document, code quotes from the root', () => {
  const text =
    'See [a](../b.md#part), [c](https://example.org/c), `lib/d.ts`, `lib/<name>.ts`, `npm test`, `application/json`.';
  expect(citedPaths(text, 'docs/decisions/0001-x.md')).toEqual(['docs/b.md', 'lib/d.ts']);
});

test('records are numbered from 0 without a gap, and say their number, context, decision and consequences', () => {
  const records = DOCUMENTS.filter((path) => path.startsWith(RECORDS)).sort();
  for (const [number, path] of records.entries()) {
    expect(path).toMatch(new RegExp(`/${String(number).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
    const headings = readFileSync(join(ROOT, path), 'utf8').match(/^#.*$/gm);
    expect(headings?.[0]).toMatch(new RegExp(`^# ${number}\\. `));
    expect(headings?.slice(1)).toEqual(['## Context', '## Decision', '## Consequences']);
  }
});

/** The paths of the repository that a document links to or quotes, from the root. */
function citedPaths(text, document) {
  const links = [...text.matchAll(LINK)]
    .map(([, target = '']) => target.split('#')[0])
    .filter((target) => target !== '' && !target.includes(':'))
    .map((target) => join(dirname(document), target));
  const quoted = [...text.matchAll(CODE)]
    .map(([, code = '']) => code)
    .filter((code) => FOLDERS.test(code) && !PATTERN.test(code) && !code.includes(' '));
  return [...links, ...quoted];
}
