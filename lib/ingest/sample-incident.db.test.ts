import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FindingAnswer, SAMPLE_LAST_DAY } from '@/lib/interface';
import { LIBRARY } from '@/lib/library';
import { BUILT_IN_RULES } from '@/lib/rules';
import { type StepTruth, sampleTruth } from '@/lib/sample';
import {
  CountedHistory,
  closeStore,
  countEvents,
  detect,
  readFindings,
  readLibrary,
  readQuery,
  readStories,
  readStory,
} from '@/lib/store';
import { writeSampleArchive } from './sample-archive';
import { readUpload } from './test-reading';

/** The week that a person loads with one click. */
const OPTIONS = { seed: 7, volume: 1 };
const { steps } = sampleTruth(OPTIONS.seed);

/** Events of the day of the attack, and of the six days before it, that rules find; the others find none. */
const FOUND_BY_RULES: Readonly<Record<string, readonly [lastDay: number, quietDays: number]>> = {
  // Off until somebody turns them on: administrators who look for faults.
  'commands-in-pods': [1, 22],
  'port-forward': [0, 12],
  'shell-seen-in-container': [0, 22],
  // Silent, for correlations: everyday logins of administrators, now and then with a password mistyped.
  'ssh-refused': [41, 2],
  'ssh-name-tried': [27, 0],
  'ssh-login': [1, 23],
  // Silent: people who look at secrets, one now and then.
  'secret-asked': [11, 77],
  'commands-by-workloads': [1, 0],
  'escape-in-pod': [1, 0],
  'secret-read-by-hand': [6, 0],
  'powerful-role-bound': [1, 0],
  'rights-changed': [1, 0],
  'workload-made': [2, 0],
  'token-minted': [1, 0],
  'own-rights-asked': [3, 0],
  'kinds-listed': [28, 0],
  'privileged-pod': [1, 0],
  'host-processes-pod': [1, 0],
  'sensitive-host-path': [1, 0],
  'host-path': [1, 0],
  'made-in-system-namespace': [2, 0],
  'scheduled-job-changed': [1, 0],
  'workload-fetches-program': [1, 0],
  'events-deleted': [2, 0],
  'dropped-program-run': [1, 0],
  'escape-seen-at-runtime': [1, 0],
  'server-started-shell': [1, 0],
  'traces-wiped': [5, 0],
  'login-key-added': [1, 0],
  'code-in-request': [5, 0],
  'framework-exploited': [6, 0],
  'kubelet-reached-by-pod': [2, 0],
  'etcd-reached-by-pod': [2, 0],
  'runtime-socket-reached': [1, 0],
};

let source = '';
let findings: readonly FindingAnswer[] = [];
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trackway-sample-'));
  const path = join(folder, 'sample');
  await writeSampleArchive(path, OPTIONS);
  source = await readUpload('Sample incident', await readFile(path));
  await rm(folder, { recursive: true });
  await detect(new CountedHistory());
  findings = (await readFindings({ type: [], limit: 1000 })).findings;
}, 300_000);
afterAll(closeStore);

const late = (a: string, b: string) => (Date.parse(a) > Date.parse(b) ? a : b);
const early = (a: string, b: string) => (Date.parse(a) < Date.parse(b) ? a : b);

/** Whether a finding shows an event of a step. */
async function shows(finding: FindingAnswer, step: StepTruth): Promise<boolean> {
  const range = { from: late(finding.from, step.from), to: early(finding.to, step.to) };
  if (Date.parse(range.from) >= Date.parse(range.to)) return false;
  for (const { query } of step.evidence) {
    const both = { type: [finding.type], q: `(${finding.query}) and (${query})`, ...range };
    if ((await countEvents(both)).count > 0) return true;
  }
  return false;
}

async function showing(step: StepTruth): Promise<FindingAnswer[]> {
  const found: FindingAnswer[] = [];
  for (const finding of findings) if (await shows(finding, step)) found.push(finding);
  return found;
}

const said = ({ detector, from, title }: FindingAnswer) => `${from.slice(5, 16)} ${detector}: ${title}`;

test('at least nine of ten steps of the attack are found', async () => {
  const missed: string[] = [];
  for (const step of steps) if ((await showing(step)).length === 0) missed.push(step.name);
  expect(missed.length / steps.length, `missed: ${missed.join(', ')}`).toBeLessThanOrEqual(0.1);
}, 120_000);

test('fewer than ten findings are about the quiet days', () => {
  const quiet = findings.filter(({ from }) => Date.parse(from) < Date.parse(SAMPLE_LAST_DAY.from));
  expect(quiet.length, quiet.map(said).join('\n')).toBeLessThan(10);
});

test('the worst story holds at least nine of ten findings of the attack, and none of the quiet days', async () => {
  const { stories } = await readStories({ limit: 1 });
  const told = (await readStory(stories[0]?.id ?? '')).steps.map(({ finding }) => finding);
  const isQuiet = ({ from }: FindingAnswer) => Date.parse(from) < Date.parse(SAMPLE_LAST_DAY.from);
  const left = findings.filter((each) => !isQuiet(each) && !told.some(({ id }) => id === each.id));
  expect(told.filter(isQuiet).map(said)).toEqual([]);
  expect(left.length / told.length, left.map(said).join('\n')).toBeLessThanOrEqual(0.1);
});

test('each finding shows as many events as it says', async () => {
  for (const finding of findings) {
    const { type, query: q, from, to, events } = finding;
    const { count } = await countEvents({ type: [type], q, from, to });
    expect({ finding: said(finding), count }).toEqual({ finding: said(finding), count: events });
  }
}, 120_000);

describe('hunts that are ready to be run', () => {
  const rows = async (q: string, range: { from?: string; to?: string }) =>
    (await readQuery({ type: [], q, source, ...range })).total;

  test.each(LIBRARY)('$name returns what it claims', async ({ steps }) => {
    for (const { title, q, onSample } of steps) {
      const lastDay = await rows(q, { from: SAMPLE_LAST_DAY.from });
      const quietDays = await rows(q, { to: SAMPLE_LAST_DAY.from });
      expect({ title, lastDay, quietDays }).toEqual({
        title,
        lastDay: onSample.lastDay,
        quietDays: onSample.quietDays,
      });
    }
  });

  test('each can be run', async () => {
    const { hunts } = await readLibrary();
    expect(hunts.filter(({ canRun }) => !canRun).map(({ name, missing }) => ({ name, missing }))).toEqual([]);
  });
});

describe('rules of its own', () => {
  const rules = BUILT_IN_RULES.flatMap((rule) => (rule.kind === 'rule' ? [rule] : []));

  test.each(rules)('$name finds what it is about, and nothing on quiet days', async ({ name, q }) => {
    const { count: lastDay } = await countEvents({ type: [], q, source, from: SAMPLE_LAST_DAY.from });
    const { count: quietDays } = await countEvents({ type: [], q, source, to: SAMPLE_LAST_DAY.from });
    expect([lastDay, quietDays]).toEqual(FOUND_BY_RULES[name] ?? [0, 0]);
  });
});
