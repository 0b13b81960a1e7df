import { describe, expect, it } from 'vitest';
import type { Ground } from '@/lib/library';
import { activeRulesOf } from './active-rules-of';
import { blindSpots } from './blind-spots';
import { changedRules } from './changed-rules';
import { correlatedFields, correlationParts } from './correlation-parts';
import { documentOf, readRules } from './read-rules';
import { RuleBook } from './rule-book';
import { readTags } from './sigma-tags';

const rule = (id: string, detection: string) => `title: ${id}
id: ${id}
logsource: { product: kubernetes, service: audit }
detection:
  a:
    ${detection}
  condition: a
`;

function bookOf(file: string, on: readonly string[]) {
  const { rules } = readRules(file, null);
  const own = rules.map(({ document }) => ({
    ...{ id: document.head.id ?? '', kind: document.kind, title: document.head.title, document, problem: null },
  }));
  const book = new RuleBook(own, new Set(on));
  const settings = own.map(({ id }) => ({ id, on: on.includes(id), exclude: '', generation: 1, looksBack: true }));
  return { book, active: activeRulesOf(book, new Map(settings.map((setting) => [setting.id, setting]))) };
}

describe('the text of a rule', () => {
  it('is what reads as that rule again, whatever stands around it', () => {
    const file = `%YAML 1.2\n---\n# first\n${rule('one', 'verb: get')}...\n---\n${rule('two', 'verb: |\n      ---\n      list')}---\n`;
    const { rules } = readRules(file, 'f.yml');
    for (const { text, document } of rules) {
      expect(documentOf(text).document?.head.title).toBe(document.head.title);
    }
    expect(rules.map(({ line }) => line)).toEqual([4, 13]);
  });

  it('holds what other documents hand on to it, and no more', () => {
    const file = `action: global\nlevel: high\n---\n${rule('one', 'verb: get')}---\naction: repeat\ntitle: two\n---\n${rule('three', 'verb: list')}`;
    const { rules } = readRules(file, null);
    expect(rules.map(({ text }) => documentOf(text).document)).toMatchObject(
      rules.map(({ document }) => ({ kind: 'rule', head: { title: document.head.title, level: 'high' } })),
    );
    expect(rules.map(({ text }) => text.includes('one'))).toEqual([true, true, false]);
  });

  it('that is none any more says why', () => {
    expect(documentOf('title: [')).toMatchObject({ document: null, problem: expect.stringMatching(/^line 1: /) });
    expect(documentOf('')).toEqual({ document: null, problem: 'the text holds no rule' });
  });
});

describe('a change', () => {
  const correlation = `title: c\nid: c\ncorrelation:\n  type: event_count\n  rules: [one]\n  group-by: [user]\n  timespan: 1m\n  condition: { gte: 2 }\n`;
  const file = `${rule('one', 'verb: get')}---\n${rule('two', 'verb: list')}---\n${correlation}`;

  it('concerns what looks for something else, correlations over it too', () => {
    const before = bookOf(file, ['one', 'two', 'c']);
    expect(changedRules(before.active, before.active)).toEqual({ stale: [], fresh: [] });
    const after = bookOf(file.replace('verb: get', 'verb: watch'), ['one', 'c']);
    const { stale, fresh } = changedRules(before.active, after.active);
    expect([[...stale].sort(), [...fresh].sort()]).toEqual([
      ['c', 'one', 'two'],
      ['c', 'one'],
    ]);
  });

  it('lets a rule that is off run for a correlation, without raising', () => {
    const { active } = bookOf(file, ['c']);
    expect(active.rules.map(({ id, raises }) => [id, raises])).toEqual([['one', false]]);
    expect(active.correlations).toMatchObject([{ id: 'c', by: ['user'], raises: true }]);
  });
});

describe('blind spots', () => {
  const made = (resource: string, level: string) => ({
    ...{ verb: 'create', resource, subresource: null, level, stage: 'ResponseComplete', stages: null },
  });
  const requests = [made('pods', 'Request'), made('secrets', 'Metadata')];
  const ground: Ground = { types: new Set(['audit']), fields: new Map(), requests, untoldBodies: false };
  const blind = (detection: string, given: Ground = ground) => {
    const { book } = bookOf(rule('one', detection), []);
    const known = book.rule('one');
    return known === null ? ['none'] : blindSpots(known, [], given).missing;
  };

  it('are types that are not there, and bodies that are not kept', () => {
    expect(blind('verb: get')).toEqual([]);
    expect(blind('verb: get', { ...ground, types: new Set(['node']) })).toEqual(['There are no audit logs.']);
    expect(blind('objectRef.resource: pods\n    hostPath: /')).toEqual([]);
    expect(blind('objectRef.resource: secrets\n    requestObject.data.key: x')[0]).toContain('level there is Metadata');
    const none = { ...ground, requests: [made('pods', 'Metadata')] };
    expect(blind('requestObject.spec.a: x', none)[0]).toContain('for pods');
    expect(blind('verb: get', none)).toEqual([]);
  });

  it('of correlations are those of all their rules, or of any where one must follow the other', () => {
    const correlation = (type: string) =>
      `title: c\nid: c\ncorrelation:\n  type: ${type}\n  rules: [one, two]\n  group-by: [user]\n  timespan: 1m\n${type === 'event_count' ? '  condition: { gte: 2 }\n' : ''}`;
    const parts = `${rule('one', 'verb: get')}---\n${rule('two', 'objectRef.resource: secrets\n    requestObject.data.key: x')}`;
    const gaps = (type: string) => {
      const { book } = bookOf(`${parts}---\n${correlation(type)}`, []);
      const known = book.rule('c');
      return known === null ? null : blindSpots(known, book.partsOf(known), ground);
    };
    expect(gaps('temporal')).toMatchObject({ missing: [expect.stringContaining('for secrets')], limits: [] });
    expect(gaps('event_count')).toMatchObject({ missing: [], limits: [expect.stringContaining('for secrets')] });
  });
});

it('tags say tactics and techniques as people write them', () => {
  expect(readTags(['attack.t1552.007', 'attack.credential_access', 'cve.2024-1', 'attack.Lateral-Movement'])).toEqual({
    tactics: ['Credential Access', 'Lateral Movement'],
    techniques: ['T1552.007'],
    matrix: [],
  });
  expect(readTags(['attack.t1611']).tactics).toEqual(['Privilege Escalation']);
});

describe('what correlations are made of', () => {
  const correlation = (id: string, rules: string, groupBy: string) => `title: ${id}
id: ${id}
correlation:
  type: temporal
  rules: [${rules}]
  group-by: [${groupBy}]
  timespan: 1h
`;
  const file = [
    rule('one', 'verb: get'),
    rule('two', 'verb: list'),
    rule('alone', 'verb: watch'),
    correlation('low', 'one, two', 'user.username'),
    correlation('high', 'low, two', 'objectRef.namespace'),
  ].join('---\n');

  it('are the rules and correlations below, and fields are those that any above asks for', () => {
    const { active } = bookOf(file, ['one', 'two', 'alone', 'low', 'high']);
    const parts = active.correlations.map((each) => correlationParts(each, active));
    expect(
      parts
        .filter(({ correlation: { id } }) => id === 'low' || id === 'high')
        .map((each) => [each.correlation.id, each.rules.map(({ id }) => id), each.correlations.map(({ id }) => id)]),
    ).toEqual([
      ['low', ['one', 'two'], []],
      ['high', ['one', 'two'], ['low']],
    ]);
    const fields = correlatedFields(parts);
    expect(fields.get('one')).toEqual(['user.username', 'objectRef.namespace']);
    expect(fields.get('alone')).toBeUndefined();
  });
});
