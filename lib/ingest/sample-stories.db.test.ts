import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FindingAnswer, SAMPLE_LAST_DAY, type StoriesAnswer, type StoryDetail } from '@/lib/interface';
import { sampleTruth } from '@/lib/sample';
import {
  CountedHistory,
  closeStore,
  countEvents,
  deleteSource,
  detect,
  readFindings,
  readStories,
  readStory,
} from '@/lib/store';
import { writeSampleArchive } from './sample-archive';
import { readUpload } from './test-reading';

afterAll(closeStore);

const ATTACK = `from:${SAMPLE_LAST_DAY.from}`;

describe.each([7, 42])('the sample of seed %i', (seed) => {
  let source = '';
  let stories: StoriesAnswer['stories'] = [];
  let story: StoryDetail;
  let findings: readonly FindingAnswer[] = [];
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trackway-stories-'));
    const path = join(folder, 'sample');
    await writeSampleArchive(path, { seed, volume: 1 });
    source = await readUpload('Sample incident', await readFile(path));
    await rm(folder, { recursive: true });
    await detect(new CountedHistory());
    findings = (await readFindings({ type: [], limit: 1000 })).findings;
    ({ stories } = await readStories({ limit: 50 }));
    story = await readStory(stories[0]?.id ?? '');
  }, 300_000);
  afterAll(async () => {
    await deleteSource(source);
    await detect(new CountedHistory());
  }, 60_000);

  const said = ({ from, detector, title }: FindingAnswer) => `${from.slice(5, 16)} ${detector}: ${title}`;

  test(`one story holds what was found of the attack, ${ATTACK}`, () => {
    expect(stories.map(({ title }) => title)).toHaveLength(1);
    const inStory = new Set(story.steps.map(({ finding }) => finding.id));
    const left = findings.filter(({ id, from }) => from >= SAMPLE_LAST_DAY.from && !inStory.has(id));
    expect(left.map(said)).toEqual([]);
  });

  test('nothing of the quiet days is in it', () => {
    const quiet = story.steps.filter(({ finding }) => finding.from < SAMPLE_LAST_DAY.from);
    expect(quiet.map(({ finding }) => said(finding))).toEqual([]);
  });

  test('each step of the attack is told', async () => {
    const missing: string[] = [];
    for (const step of sampleTruth(seed).steps) {
      const shown = await Promise.all(story.steps.map(({ finding }) => showsStep(finding, step)));
      if (!shown.includes(true)) missing.push(step.name);
    }
    expect(missing).toEqual([]);
  }, 120_000);

  test('its query finds events', async () => {
    const { count } = await countEvents({ type: [], q: story.query, from: story.from, to: story.to });
    expect(count).toBeGreaterThan(story.findings);
  });
});

type Step = ReturnType<typeof sampleTruth>['steps'][number];

async function showsStep(finding: FindingAnswer, step: Step): Promise<boolean> {
  const from = finding.from > step.from ? finding.from : step.from;
  const to = finding.to < step.to ? finding.to : step.to;
  if (Date.parse(from) >= Date.parse(to)) return false;
  for (const { query } of step.evidence) {
    const both = { type: [finding.type], q: `(${finding.query}) and (${query})`, from, to };
    if ((await countEvents(both)).count > 0) return true;
  }
  return false;
}
