import { expect, it } from 'vitest';
import { testFinding } from '@/components/triage/test-finding';
import { newHunt, type StoryDetail } from '@/lib/interface';
import { huntOfStory } from './hunt-of-story';

const step = (place: number): StoryDetail['steps'][number] => ({
  finding: testFinding({ id: `f${place}` }),
  tactic: 'Discovery',
  through: [],
});

const story = (findings: number): StoryDetail => ({
  ...{ id: 'f0', title: `ann: ${'a scan, then '.repeat(40)}`, reason: 'Because.', level: 'high', score: 1, scored: [] },
  ...{ from: '2025-06-08T00:00:00.000Z', to: '2025-06-08T02:00:00.000Z', actors: [], tactics: ['Discovery'] },
  ...{ techniques: ['T1046', 'none'], types: ['audit'], findings, judged: 0, query: 'user:ann' },
  steps: Array.from({ length: findings }, (_, place) => step(place)),
});

it('a hunt made of a story can be saved and holds each of its findings', () => {
  const hunt = newHunt.parse(huntOfStory(story(201)));
  const held = (hunt.steps ?? []).flatMap((each) => (each.kind === 'findings' ? each.findings : []));
  expect(new Set(held.map(({ id }) => id)).size).toBe(201);
  expect(hunt.techniques).toEqual(['T1046']);
  expect(hunt.steps?.at(-1)).toMatchObject({ kind: 'query', selection: { q: 'user:ann' } });
});
