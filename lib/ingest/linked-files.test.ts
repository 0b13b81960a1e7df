import { expect, test } from 'vitest';
import { LinkedFiles } from './linked-files';

function known(...paths: string[]): LinkedFiles {
  const files = new LinkedFiles();
  for (const [id, path] of paths.entries())
    files.know({ path, id, state: 'ready', bytes: id + 1, sha256: `digest ${id}`, duplicateOf: null });
  return files;
}

function settled(files: LinkedFiles, ...links: (readonly [path: string, link: string])[]) {
  for (const [path, link] of links) files.wait({ path, link, note: 'symbolic link' });
  return Object.fromEntries(files.settle().map(({ link, original }) => [link.path, original?.id ?? null]));
}

test('links lead to files of the source, over other links too, in any order', () => {
  const files = known('pods/a/0.log', 'x.log');
  expect(settled(files, ['one', 'two'], ['two', 'three'], ['three', 'pods/a/0.log'], ['z.log.gz', 'x.log.gz'])).toEqual(
    {
      one: 0,
      two: 0,
      three: 0,
      'z.log.gz': 1,
    },
  );
});

test('an absolute link is looked up below each folder that it stands in', () => {
  expect(
    settled(known('host-1/var/log/pods/a/0.log'), ['host-1/var/log/containers/a.log', 'var/log/pods/a/0.log']),
  ).toEqual({ 'host-1/var/log/containers/a.log': 0 });
});

test('links to nothing, to themselves and in circles lead nowhere', () => {
  expect(settled(known('x.log'), ['a', 'b'], ['b', 'a'], ['c', 'c'], ['d', 'etc/passwd'])).toEqual({
    a: null,
    b: null,
    c: null,
    d: null,
  });
});

test('files that failed are nobody’s original; a duplicate passes its own on', () => {
  const files = new LinkedFiles();
  files.know({ path: 'failed', id: 1, state: 'failed', bytes: 1, sha256: 'x', duplicateOf: null });
  files.know({ path: 'twin', id: 2, state: 'duplicate', bytes: 1, sha256: 'x', duplicateOf: 7 });
  expect(settled(files, ['a', 'failed'], ['b', 'twin'])).toEqual({ a: null, b: 7 });
});
