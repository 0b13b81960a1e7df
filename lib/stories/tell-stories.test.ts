import { describe, expect, it } from 'vitest';
import { parseQuery } from '@/lib/query';
import { queryOfActors } from './query-of-actors';
import { type Story, tellStories } from './tell-stories';
import { HOUR, MONDAY, witness } from './test-witness';

const ids = ({ steps }: Story) => steps.map(({ finding }) => finding.id);
const ci = { user: 'ci-bot' };
const scan = { techniques: ['T1046'] };
const secrets = { techniques: ['T1552.007'] };
const transfer = { techniques: ['T1041'], type: 'network' as const };

describe('what is one story', () => {
  it('what two detectors found of one actor, in two tactics, in order of time', () => {
    const { stories, alone } = tellStories([
      witness('b', 3, { ...secrets, subject: ci }),
      witness('a', 1, { ...scan, subject: ci }),
      witness('c', 4, { ...scan, subject: { user: 'ann' } }),
    ]);
    expect(stories.map(ids)).toEqual([['a', 'b']]);
    expect(alone).toBe(1);
    expect(stories[0]).toMatchObject({
      id: 'a',
      title: 'ci-bot: a network scan, then secrets read',
      tactics: ['Discovery', 'Credential Access'],
      actors: [{ kind: 'user', value: 'ci-bot' }],
      from: new Date(MONDAY + HOUR).toISOString(),
    });
  });

  it('one detector, or one tactic, is none', () => {
    const same = { detector: 'same', subject: ci };
    expect(
      tellStories([witness('a', 1, { ...same, ...scan }), witness('b', 2, { ...same, ...secrets })]).stories,
    ).toEqual([]);
    expect(
      tellStories([witness('a', 1, { ...scan, subject: ci }), witness('b', 2, { ...scan, subject: ci })]).stories,
    ).toEqual([]);
  });

  it('a night between does not end it, two days do', () => {
    const at = (hour: number) =>
      tellStories([witness('a', 1, { ...scan, subject: ci }), witness('b', hour, { ...secrets, subject: ci })]).stories;
    expect(at(20)).toHaveLength(1);
    expect(at(49)).toHaveLength(0);
  });

  it('an address hands over from one to the other, also where only the events know it', () => {
    const { stories } = tellStories([
      witness('a', 1, { ...secrets, subject: { user: 'system:serviceaccount:shop:web' } }, { src_ip: '10.1.0.9' }),
      witness('b', 2, { ...transfer, subject: { src_ip: '10.1.0.9', dst_ip: '203.0.113.9' } }),
    ]);
    expect(stories.map(ids)).toEqual([['a', 'b']]);
    expect(stories[0]?.steps[1]?.through).toEqual([{ kind: 'address', value: '10.1.0.9' }]);
  });

  it('a place ties for hours only, and not where many are', () => {
    const node = { node: 'worker-1' };
    const at = (hour: number) =>
      tellStories([
        witness('a', 1, { ...scan, type: 'node', subject: node }),
        witness('b', hour, { ...secrets, type: 'node', subject: node }),
      ]).stories;
    expect(at(5)).toHaveLength(1);
    expect(at(9)).toHaveLength(0);
    const crowd = Array.from({ length: 10 }, (_, place) =>
      witness(`c${place}`, 1 + place / 10, {
        ...(place % 2 === 0 ? scan : secrets),
        subject: { user: `person-${place}`, src_ip: '10.0.0.1' },
      }),
    );
    expect(tellStories(crowd)).toEqual({ stories: [], alone: 10 });
  });

  it('what everybody is or asks ties nothing: controllers, anonymous, loopback, metadata, users of a node', () => {
    const pairs: Record<string, string>[] = [
      { user: 'system:serviceaccount:kube-system:job-controller' },
      { user: 'system:anonymous' },
      { src_ip: '127.0.0.1' },
      { dst_ip: '169.254.169.254' },
    ];
    for (const subject of pairs) {
      expect(
        tellStories([witness('a', 1, { ...scan, subject }), witness('b', 1, { ...secrets, subject })]).stories,
        JSON.stringify(subject),
      ).toEqual([]);
    }
    const root = { type: 'node' as const, subject: { user: 'root' } };
    expect(
      tellStories([witness('a', 1, { ...scan, ...root }), witness('b', 1, { ...secrets, ...root })]).stories,
    ).toEqual([]);
  });

  it('what is found of somebody day after day is his habit, and does not join what he does in a night', () => {
    const days = [0, 24, 48, 72].map((hour) =>
      witness(`d${hour}`, hour + 9, { techniques: ['T1610'], detector: 'pods made', subject: ci }),
    );
    const night = [
      witness('n1', 72 + 23, { ...scan, subject: ci }),
      witness('n2', 72 + 23.5, { ...secrets, subject: ci }),
      witness('n3', 72 + 23.2, { techniques: ['T1610'], detector: 'pods made', subject: ci }),
    ];
    const { stories, alone } = tellStories([...days, ...night]);
    expect(stories.map(ids)).toEqual([['n1', 'n3', 'n2']]);
    expect(alone).toBe(4);
    const judged = days.map((each) => ({ ...each, finding: { ...each.finding, verdict: 'suspicious' as const } }));
    expect(tellStories([...judged, ...night]).alone).toBe(0);
  });

  it('a fault, and what is benign, stands in the story it happened in, ties nothing and counts nothing', () => {
    const web = { namespace: 'shop', workload: 'web' };
    const chain = [
      witness('a', 1, { ...scan, type: 'network', subject: web }),
      witness('b', 2, { ...secrets, subject: { namespace: 'shop', pod: 'web-7d9f8c6b5-x2x4z' } }),
    ];
    const alone = tellStories(chain).stories[0];
    const { stories } = tellStories([
      ...chain,
      witness('f', 2, { techniques: [], type: 'application', subject: web }),
      witness('g', 1, { ...secrets, verdict: 'benign', level: 'critical', subject: web }),
      witness('h', 40, { techniques: [], type: 'application', subject: web }),
    ]);
    expect(stories).toHaveLength(1);
    expect(ids(stories[0] as Story).toSorted()).toEqual(['a', 'b', 'f', 'g']);
    expect(stories[0]).toMatchObject({ score: alone?.score, level: 'high', id: 'a', judged: 1 });
    const benign = chain.map((each) => ({ ...each, finding: { ...each.finding, verdict: 'benign' as const } }));
    expect(tellStories(benign)).toEqual({ stories: [], alone: 2 });
  });
});

it('more tactics, detectors and verdicts of evidence make it worse; the same again does little', () => {
  const chain = [witness('a', 1, { ...scan, subject: ci }), witness('b', 2, { ...secrets, subject: ci })];
  const scoreOf = (more: typeof chain) => tellStories(more).stories[0]?.score ?? 0;
  const base = scoreOf(chain);
  const further = scoreOf([...chain, witness('c', 3, { techniques: ['T1098.006'], subject: ci })]);
  const again = scoreOf([...chain, witness('c', 3, { ...secrets, detector: 'detector-b', subject: ci })]);
  const evidence = scoreOf(
    chain.map((each) => ({ ...each, finding: { ...each.finding, verdict: 'evidence' as const } })),
  );
  expect(further).toBeGreaterThan(again);
  expect(again).toBeGreaterThan(base);
  expect(evidence).toBeGreaterThan(base);
});

it('its query can be parsed, whatever the names', () => {
  const names = ['a"b', "c'd", 'e f', '(g)', 'h\\i', 'or', '*', '/j/', 'k:l'];
  const actors = names.map((name) => ({ user: name, namespace: name, pod: name, node: name }));
  const chain = actors.flatMap((subject, place) => [
    witness(`a${place}`, 1, { ...scan, subject }),
    witness(`b${place}`, 1, { ...secrets, subject }),
  ]);
  const { stories } = tellStories(chain);
  expect(stories.length).toBeGreaterThan(0);
  for (const { actors } of stories) expect(() => parseQuery(queryOfActors(actors))).not.toThrow();
});
