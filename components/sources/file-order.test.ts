import { expect, test } from 'vitest';
import { type FileAnswer, fileAnswer, NO_CORRECTIONS } from '@/lib/interface';
import { filesInOrder, formatsOf, linesOfFiles, plainShare } from './file-order';

function file(path: string, rest: Partial<FileAnswer> = {}): FileAnswer {
  return fileAnswer.parse({
    path,
    state: 'ready',
    format: 'cri',
    type: 'application',
    bytes: 10,
    events: 1,
    lines: 1,
    linesRead: rest.lines ?? 1,
    unparsed: 0,
    plain: 0,
    examples: [],
    from: null,
    to: null,
    timeGuess: [],
    duplicateOf: null,
    rotationOf: null,
    sha256: null,
    note: null,
    detection: null,
    corrections: NO_CORRECTIONS,
    pending: false,
    ...rest,
  });
}

const FILES = [
  file('pods/b.log', { lines: 10, plain: 5, from: '2026-01-02T00:00:00Z' }),
  file('pods/a.log', { lines: 10, format: 'klog', unparsed: 2, from: '2026-01-01T00:00:00Z' }),
  file('broken.gz', { state: 'failed', format: null, error: 'The gzip ends early.', lines: 0 }),
];
const ALL = { text: '', state: 'all', format: 'all' } as const;

function paths(...rest: Parameters<typeof filesInOrder> extends [unknown, ...infer Rest] ? Rest : never): string[] {
  return filesInOrder(FILES, ...rest).map((each) => each.path);
}

test('files are put in order by any column, equal ones by path whatever the direction', () => {
  expect(paths(ALL, { key: 'path', descending: false })).toEqual(['broken.gz', 'pods/a.log', 'pods/b.log']);
  expect(paths(ALL, { key: 'lines', descending: true })).toEqual(['pods/a.log', 'pods/b.log', 'broken.gz']);
  expect(paths(ALL, { key: 'plain', descending: true })[0]).toBe('pods/b.log');
  expect(paths(ALL, { key: 'from', descending: false })).toEqual(['pods/a.log', 'pods/b.log', 'broken.gz']);
});

test('filters join: part of the path, state, format', () => {
  const order = { key: 'path', descending: false } as const;
  expect(paths({ ...ALL, text: ' PODS/ ' }, order)).toEqual(['pods/a.log', 'pods/b.log']);
  expect(paths({ ...ALL, state: 'problems' }, order)).toEqual(['broken.gz', 'pods/a.log']);
  expect(paths({ ...ALL, state: 'failed' }, order)).toEqual(['broken.gz']);
  expect(paths({ text: 'pods', state: 'problems', format: 'klog' }, order)).toEqual(['pods/a.log']);
});

test('formats, lines and shares', () => {
  expect(formatsOf(FILES)).toEqual(['cri', 'klog']);
  expect(linesOfFiles(FILES)).toBe(20);
  expect(FILES.map(plainShare)).toEqual([0.5, 0, 0]);
});
