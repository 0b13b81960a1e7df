import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FindingAnswer, SAMPLE_LAST_DAY, type StoryDetail } from '@/lib/interface';
import { type StepTruth, sampleTruth } from '@/lib/sample';
import {
  CountedHistory,
  closeStore,
  countEvents,
  detect,
  readFindings,
  readStories,
  readStory,
  triageFinding,
} from '@/lib/store';
import { writeSampleArchive } from './sample-archive';
import { readUpload } from './test-reading';

/** Another week than the one that `sample-incident.db.test.ts` reads. */
const OPTIONS = { seed: 42, volume: 1 };

let story: StoryDetail;
let findings: readonly FindingAnswer[] = [];
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trackway-stories-'));
  const path = join(folder, 'sample');
  await writeSampleArchive(path, OPTIONS);
  await readUpload('Sample incident', await readFile(path));
  await rm(folder, { recursive: true });
  await detect(new CountedHistory());
  findings = (await readFindings({ type: [], limit: 1000 })).findings;
  const { stories } = await readStories({ limit: 1 });
  story = await readStory(stories[0]?.id ?? '');
}, 300_000);
afterAll(closeStore);

const said = ({ from, detector, title }: FindingAnswer) => `${from.slice(5, 16)} ${detector}: ${title}`;
const isOfLastDay = ({ from }: FindingAnswer) => Date.parse(from) >= Date.parse(SAMPLE_LAST_DAY.from);

test('the worst story holds at least nine of ten findings of the attack', () => {
  const told = new Set(story.steps.map(({ finding }) => finding.id));
  const ofAttack = findings.filter(isOfLastDay);
  const left = ofAttack.filter(({ id }) => !told.has(id));
  expect(ofAttack.length).toBeGreaterThan(20);
  expect(left.length / ofAttack.length, left.map(said).join('\n')).toBeLessThanOrEqual(0.1);
});

test('nothing of the quiet days is in it', () => {
  expect(story.steps.filter(({ finding }) => !isOfLastDay(finding)).map(({ finding }) => said(finding))).toEqual([]);
});

test('it tells each step of the attack', async () => {
  const missed: string[] = [];
  for (const step of sampleTruth(OPTIONS.seed).steps) {
    const shown = await Promise.all(story.steps.map(({ finding }) => shows(finding, step)));
    if (!shown.includes(true)) missed.push(step.name);
  }
  expect(missed).toEqual([]);
}, 60_000);

test('its query shows more than its findings do, and any of its findings leads to it', async () => {
  const { count } = await countEvents({ type: [], q: story.query, from: story.from, to: story.to });
  const shown = story.steps.map(({ finding }) => finding.events);
  expect(count).toBeGreaterThan(Math.max(...shown));
  expect((await readStory(story.steps.at(-1)?.finding.id ?? '')).id).toBe(story.id);
});

test('a filter by time and by words finds it, or not', async () => {
  const actor = story.actors[0]?.value.toUpperCase() ?? '';
  expect((await readStories({ limit: 50, contains: actor, from: SAMPLE_LAST_DAY.from })).total).toBeGreaterThan(0);
  expect(await readStories({ limit: 50, to: '2025-06-02T00:00:00Z' })).toMatchObject({ stories: [], total: 0 });
  expect((await readStories({ limit: 50, contains: 'nobody is called so' })).total).toBe(0);
});

test('a verdict counts at once', async () => {
  const first = story.steps[0]?.finding.id ?? '';
  await triageFinding(first, { verdict: 'evidence' }, 'test');
  const after = await readStory(first);
  expect(after.judged).toBe(story.judged + 1);
  expect(after.score).toBeGreaterThan(story.score);
});

test('there is no story of an id that nothing has', async () => {
  await expect(readStory('nothing')).rejects.toThrow('there is no story "nothing"');
});

async function shows(finding: FindingAnswer, step: StepTruth): Promise<boolean> {
  const from = Math.max(Date.parse(finding.from), Date.parse(step.from));
  const to = Math.min(Date.parse(finding.to), Date.parse(step.to));
  if (from >= to) return false;
  const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  for (const { query } of step.evidence) {
    const both = { type: [finding.type], q: `(${finding.query}) and (${query})`, ...range };
    if ((await countEvents(both)).count > 0) return true;
  }
  return false;
}
