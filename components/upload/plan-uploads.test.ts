import { expect, test } from 'vitest';
import { planUploads } from './plan-uploads';

function file(path: string, content = path, lastModified = 1_700_000_000_000) {
  return { path, file: Object.assign(new Blob([content]), { lastModified }) };
}

test('a single file is a source as it is', async () => {
  const [plan, ...rest] = planUploads([file('audit.log', 'one line\n', 5)]);
  expect(rest).toEqual([]);
  expect(plan).toMatchObject({ name: 'audit.log', modified: 5, fileCount: 1 });
  expect(await plan?.blob.text()).toBe('one line\n');
});

test('a folder is one source, packed, with the folder in its paths', async () => {
  const plans = planUploads([file('logs/a.log', 'a', 1), file('logs/deep/b.log', 'b', 9)]);
  expect(plans).toHaveLength(1);
  expect(plans[0]).toMatchObject({ name: 'logs.tar', modified: 9, fileCount: 2 });
  expect(await plans[0]?.blob.text()).toContain('logs/deep/b.log');
});

test('loose files go together, archives and folders each alone', () => {
  const plans = planUploads([
    file('b.log'),
    file('a.log.1.gz'),
    file('bundle.tar.xz'),
    file('kind.ZIP'),
    file('one/x.log'),
    file('two/y.log'),
  ]);
  expect(plans.map((plan) => plan.name)).toEqual([
    'bundle.tar.xz',
    'kind.ZIP',
    'one.tar',
    'two.tar',
    'a.log.1.gz and 1 more.tar',
  ]);
});

test('the same files chosen again have the same fingerprint, changed ones another', () => {
  const print = (...files: ReturnType<typeof file>[]) => planUploads(files)[0]?.fingerprint;
  expect(print(file('f/a'), file('f/b'))).toBe(print(file('f/b'), file('f/a')));
  expect(print(file('f/a'), file('f/b'))).not.toBe(print(file('f/a'), file('f/b', 'longer than before')));
});
