import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge, sumUp } from './judge.mjs';
import { readManifest } from './manifest.mjs';

const read = (rest) => ({
  format: 'cri/klog',
  type: 'control-plane',
  lines: 10,
  linesRead: 10,
  events: 10,
  unparsed: 0,
  sameBytes: true,
  error: null,
  ...rest,
});
const listed = (type, format, notes = '') => ({ path: 'a.log', type, format, notes });

describe('a file is judged by what the manifest says of it', () => {
  test.each([
    ['envelope and content', 'controlplane', 'cri + klog', {}, { type: true, format: true, whole: true }],
    ['the wrong type', 'app', 'cri + klog', {}, { type: false, format: true }],
    ['only the envelope', 'controlplane', 'cri + klog', { format: 'cri' }, { format: false }],
    ['a lost line', 'controlplane', 'cri + klog', { lines: 9 }, { whole: false }],
    ['other bytes', 'controlplane', 'cri + klog', { sameBytes: false }, { whole: false }],
    ['what must not be claimed', 'cloud', 'NEGATIVE: a manifest', { format: 'plain' }, { type: null, format: true }],
    ['what was claimed all the same', 'cloud', 'NEGATIVE: a manifest', {}, { format: false, claimed: false }],
    ['words that say nothing', 'else', 'no such thing', {}, { type: null, format: null }],
  ])('%s', (_, type, format, rest, expected) => {
    expect(judge(listed(type, format), read(rest))).toMatchObject(expected);
  });
});

test('a note may say that a file is no log', () => {
  const entry = listed('audit', 'audit-json in notes', 'pieces of logs: a negative case');
  expect(judge(entry, read({ format: 'document', type: 'application' }))).toMatchObject({ type: null, format: true });
});

describe('a manifest that is at odds with what the types mean is contested', () => {
  test.each([
    ['app', 'cri + coredns', 'cri/coredns', 'network', { type: true, format: false }],
    ['app', 'k8s events json', 'kubernetes-event', 'control-plane', { type: true }],
    ['app', 'ANSI colours', 'syslog-3164', 'node', { type: true }],
    ['node', 'klog/glog', 'klog', 'application', { type: true }],
    ['cloud', 'gcp-logentry-yaml', 'kubernetes-audit', 'audit', { format: true }],
  ])('%s: %s', (type, words, format, found, contested) => {
    const verdict = judge(listed(type, words), read({ format, type: found }));
    expect(verdict.contested).toMatchObject(contested);
    expect(sumUp([{ read: read({}), verdict }])[contested.type ? 'type' : 'format']).toEqual({
      right: 0,
      judged: 1,
      of: 1,
    });
  });

  test.each([
    ['of another type than the rule says', 'app', 'cri + coredns', 'cri/coredns', 'node'],
    ['of another format', 'node', 'klog/glog', 'plain', 'application'],
    ['a kubelet that was not known', 'node', 'klog', 'klog', 'application'],
    ['an application read as syslog', 'app', 'logfmt', 'syslog-3164', 'node'],
  ])('but not one %s', (_, type, words, format, found) => {
    expect(judge(listed(type, words), read({ format, type: found })).contested).toBeNull();
  });

  test('nor one that is right', () => {
    expect(judge(listed('network', 'coredns'), read({ format: 'coredns', type: 'network' })).contested).toBeNull();
  });
});

test('the sum counts only what was judged', () => {
  const files = [
    [listed('controlplane', 'klog'), read({ format: 'klog', unparsed: 2 })],
    [listed('app', 'klog'), read({ format: 'plain' })],
    [listed('else', 'unknown words'), read({})],
  ].map(([entry, answer]) => ({ read: answer, verdict: judge(entry, answer) }));
  expect(sumUp(files)).toEqual({
    files: 3,
    whole: { right: 3, judged: 3, of: 3 },
    type: { right: 1, judged: 1, of: 2 },
    format: { right: 1, judged: 1, of: 2 },
    unparsed: { lines: 2, of: 20 },
  });
});

describe('the manifest', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trackway-manifest-'));
    writeFileSync(join(folder, 'there.log'), 'x');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is read by the names of its columns; files that are not there are left out', () => {
    writeFileSync(
      join(folder, 'MANIFEST.tsv'),
      'format\tpath\tnotes\tlog_type\nklog\tthere.log\t\tnode\nklog\tgone.log\t\tnode\n',
    );
    expect(readManifest(folder)).toEqual([{ path: 'there.log', type: 'node', format: 'klog', notes: '' }]);
  });

  test('must name them', () => {
    writeFileSync(join(folder, 'MANIFEST.tsv'), 'path\tformat\n');
    expect(() => readManifest(folder)).toThrow('no column "log_type"');
    expect(() => readManifest(join(folder, 'nowhere'))).toThrow('has no MANIFEST.tsv');
  });
});
