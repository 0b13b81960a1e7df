import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { zipOf } from '@/lib/archives/test-archives';
import {
  readRulesAnswer,
  ruleDeletedAnswer,
  ruleDetail,
  rulesAnswer,
  rulesPatchAnswer,
  ruleTrialAnswer,
} from '@/lib/interface';
import { activeRules, closeStore, pool } from '@/lib/store';
import { clearStore, insertSource } from '@/lib/store/test-rows';
import { POST as again, DELETE as cancel } from './rules/[id]/look-back/route';
import { GET as one, PATCH as patch, DELETE as remove } from './rules/[id]/route';
import { GET as text } from './rules/[id]/text/route';
import { POST as trial } from './rules/[id]/trial/route';
import { POST as check } from './rules/check/route';
import { POST as add, GET as list, PATCH as many } from './rules/route';

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trackway-rules-'));
  vi.stubEnv('TRACKWAY_DATA', folder);
});
beforeEach(clearStore);
afterAll(async () => {
  await closeStore();
  await rm(folder, { recursive: true, force: true });
});

function call(handler: Handler, id = '', body?: string | Uint8Array<ArrayBuffer>, search = ''): Promise<Response> {
  const init = body === undefined ? {} : { method: 'POST', body };
  return handler(new Request(`http://localhost/${search}`, init), { params: Promise.resolve({ id }) });
}

async function answer<Schema extends z.ZodType>(
  schema: Schema,
  response: Promise<Response>,
): Promise<z.output<Schema>> {
  const body: unknown = await (await response).clone().json();
  return schema.parse(body);
}

const own = (search = '') => answer(rulesAnswer, call(list, '', undefined, `?origin=own${search}`));
const hand = (body: string | Uint8Array<ArrayBuffer>, name = 'rules.yml') =>
  answer(readRulesAnswer, call(add, '', body, `?name=${name}`));
const change = (id: string, sent: object) => call(patch, id, JSON.stringify(sent));
const detail = (id: string) => answer(ruleDetail, call(one, id));

const ID = 'aaaaaaaa-0000-4000-8000-00000000000';
const rule = (n: number, detection: string, more = '') => `title: Rule ${n}
id: ${ID}${n}
author: Ann
license: MIT
level: high
status: test
tags: [attack.t1552.007, attack.credential-access]
${more}logsource:
  product: kubernetes
  service: audit
detection:
  selection:
    ${detection}
  condition: selection
`;
const SECRETS = rule(1, 'objectRef.resource: secrets');
const PODS = rule(2, 'objectRef.resource: pods');
const REFUSED = rule(3, 'user|nonsense: a');
const FILTER = `title: Not Bob
id: ${ID}4
logsource:
  product: kubernetes
  service: audit
filter:
  rules: [${ID}1]
  selection:
    user.username: bob
  condition: not selection
`;
const CORRELATION = `title: Many secrets
id: ${ID}5
level: critical
correlation:
  type: event_count
  rules: [${ID}1]
  group-by: [user.username]
  timespan: 10m
  condition:
    gte: 2
`;

const audit = (user: string, resource: string, minute: number) => ({
  raw: `${user} ${resource}`,
  type: 'audit' as const,
  time: `2024-05-01T10:${String(minute).padStart(2, '0')}:00Z`,
  fields: { user, resource, namespace: 'shop', verb: 'get' },
});
const EVENTS = [
  audit('ann', 'secrets', 1),
  audit('ann', 'secrets', 2),
  audit('bob', 'secrets', 3),
  audit('bob', 'pods', 4),
];

describe('rules that are handed in', () => {
  it('are stored, off, with their own text, and the same again changes nothing', async () => {
    const given = `# by Ann\n${SECRETS}---\n${PODS}`;
    const first = await hand(given);
    expect(first.problems).toEqual([]);
    expect(first.rules).toMatchObject([
      { outcome: 'added', title: 'Rule 1', q: 'type:audit and resource:secrets', types: ['audit'], line: 2 },
      { outcome: 'added', title: 'Rule 2', refusals: [] },
    ]);
    expect((await own()).rules).toMatchObject([
      { title: 'Rule 1', on: false, author: 'Ann', license: 'MIT', file: 'rules.yml', tactics: ['Credential Access'] },
      { title: 'Rule 2', techniques: ['T1552.007'], confidence: 'medium', level: 'high' },
    ]);
    expect((await hand(given)).rules.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    const changed = await hand(SECRETS.replace('secrets', 'configmaps'));
    expect(changed.rules).toMatchObject([{ outcome: 'changed', id: first.rules[0]?.id }]);
    const shown = await call(text, first.rules[1]?.id ?? '');
    expect(shown.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await shown.text()).toBe(`---\n${PODS}`);
  });

  it('of a zip are read whatever they are called, and what is none is a problem or passed over', async () => {
    const zip = zipOf(
      { name: 'sigma/rules/<b>.yml', content: Buffer.from(SECRETS) },
      { name: 'sigma/../../refused.yaml', content: Buffer.from(REFUSED) },
      { name: 'sigma/broken.yml', content: Buffer.from('title: [') },
      { name: 'sigma/README.md', content: Buffer.from('# Sigma') },
    );
    const read = await hand(new Uint8Array(zip), 'sigma.zip');
    expect(read.passedOver).toBe(1);
    expect(read.problems).toMatchObject([{ file: 'sigma/broken.yml' }]);
    expect(read.rules).toHaveLength(2);
    expect(read.rules[0]).toMatchObject({ file: 'sigma/rules/<b>.yml', refusals: [] });
    expect(read.rules[1]?.refusals).toMatchObject([{ kind: 'modifier', about: 'nonsense' }]);
    expect(await readdir(join(folder, 'scratch'))).toEqual([]);
    const refused = await change(read.rules[1]?.id ?? '', { on: true });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('nonsense');
    expect((await own('&state=refused')).rules).toMatchObject([{ title: 'Rule 3', on: false }]);
  });

  it('that share what a global document says keep it, and are told apart by their order', async () => {
    const file = `action: global\ntitle: Both\nid: ${ID}9\nlevel: low\nlogsource:\n  product: kubernetes\n  service: audit\n---\ndetection:\n  a:\n    verb: get\n  condition: a\n---\ndetection:\n  a:\n    verb: list\n  condition: a\n`;
    const { rules } = await hand(file);
    expect(rules.map(({ q }) => q)).toEqual(['type:audit and verb:get', 'type:audit and verb:list']);
    expect((await detail(rules[1]?.id ?? '')).q).toBe('type:audit and verb:list');
    expect((await hand(file)).rules.map(({ outcome, id }) => [outcome, id])).toEqual(
      rules.map(({ id }) => ['unchanged', id]),
    );
  });

  it('are only looked at by a check, together with those that are stored', async () => {
    await hand(SECRETS);
    const { rules } = await answer(readRulesAnswer, call(check, '', CORRELATION));
    expect(rules).toMatchObject([
      { id: null, outcome: 'checked', kind: 'correlation', refusals: [], types: ['audit'] },
    ]);
    expect((await own()).counts).toMatchObject({ off: expect.any(Number) });
    expect((await own()).total).toBe(1);
    expect((await call(check, '', '')).status).toBe(400);
  });
});

describe('what runs', () => {
  const active = async () => {
    const { rules, correlations } = await activeRules();
    const isOwn = ({ id }: { id: string }) => /^[0-9a-f]{8}-/.test(id);
    return { rules: rules.filter(isOwn), correlations: correlations.filter(isOwn) };
  };
  const hits = async (id: string) => {
    await pool().query(
      `INSERT INTO rule_hit (segment, rule, part, key, "from", "to", type, events) VALUES (1, $1, 0, '[]', now(), now(), 1, 1)`,
      [id],
    );
  };
  const hitCount = async () => Number((await pool().query('SELECT count(*) FROM rule_hit')).rows[0]?.count);

  it('is what is on, and each change of what it looks for is a new generation that looks back', async () => {
    const [added] = (await hand(SECRETS)).rules;
    const id = added?.id ?? '';
    expect(await answer(ruleDetail, change(id, { on: true }))).toMatchObject({
      on: true,
      lookBack: { state: 'waiting' },
    });
    const [first] = (await active()).rules;
    expect(first).toMatchObject({ id, by: ['user', 'namespace'], looksBack: true, raises: true });
    await hits(id);
    expect((await change(id, { exclude: 'user:' })).status).toBe(400);
    await answer(ruleDetail, change(id, { exclude: 'user:bob' }));
    const [second] = (await active()).rules;
    expect(second?.generation).toBeGreaterThan(first?.generation ?? 0);
    expect(second?.text).toBe('type:audit and resource:secrets and not user:bob');
    expect(await hitCount()).toBe(0);
    await change(id, { on: false });
    expect((await active()).rules).toEqual([]);
    expect(await detail(id)).toMatchObject({ lookBack: { state: 'none' }, exclude: 'user:bob' });
    await change(id, { on: true, lookBack: false });
    expect((await active()).rules).toMatchObject([{ looksBack: false }]);
    expect(await answer(ruleDetail, call(again, id))).toMatchObject({ lookBack: { state: 'waiting' } });
    expect(await answer(ruleDetail, call(cancel, id))).toMatchObject({ lookBack: { state: 'cancelled' } });
  });

  it('changes with filters and correlations', async () => {
    const { rules } = await hand(`${SECRETS}---\n${FILTER}---\n${CORRELATION}`);
    const [secrets = '', filter = '', correlation = ''] = rules.map(({ id }) => id ?? '');
    expect(await answer(rulesPatchAnswer, call(many, '', JSON.stringify({ on: true, ids: [secrets] })))).toEqual({
      changed: 1,
    });
    const [before] = (await active()).rules;
    await change(filter, { on: true });
    const [narrowed] = (await active()).rules;
    expect(narrowed?.generation).toBeGreaterThan(before?.generation ?? 0);
    expect(narrowed?.text).toContain('not user:bob');
    expect((await detail(secrets)).related).toMatchObject([{ as: 'filter' }, { as: 'correlation' }]);
    // A correlation runs with its rules, and these raise nothing alone unless it generates.
    await change(correlation, { on: true });
    expect(await active()).toMatchObject({ rules: [{ id: secrets, raises: false }], correlations: [{ by: ['user'] }] });
    await change(secrets, { on: false });
    expect((await active()).rules).toMatchObject([{ id: secrets, raises: false }]);
    await call(remove, correlation);
    expect(await active()).toEqual({ rules: [], correlations: [] });
  });

  it('has every built-in rule, which cannot be deleted or rewritten', async () => {
    const { rules } = await answer(rulesAnswer, call(list, '', undefined, '?origin=built-in'));
    for (const { id } of rules.slice(0, 1)) {
      expect((await call(remove, id)).status).toBe(409);
      expect((await change(id, { text: SECRETS })).status).toBe(409);
    }
    expect((await call(one, 'no-such-rule')).status).toBe(404);
  });
});

describe('a trial', () => {
  it('says what a rule finds and what findings these would be, whether it is on or not', async () => {
    await insertSource(EVENTS);
    const { rules } = await hand(`${SECRETS}---\n${CORRELATION}`);
    const [secrets = '', correlation = ''] = rules.map(({ id }) => id ?? '');
    expect(await answer(ruleTrialAnswer, call(trial, secrets, '{}'))).toMatchObject({
      ...{ events: 3, findings: 2, exact: true, by: ['user', 'namespace'] },
      subjects: [
        { values: ['ann', 'shop'], events: 2 },
        { values: ['bob', 'shop'], events: 1 },
      ],
    });
    const early = JSON.stringify({ to: '2024-05-01T10:02:00Z' });
    expect(await answer(ruleTrialAnswer, call(trial, secrets, early))).toMatchObject({ events: 1, findings: 1 });
    expect(await answer(ruleTrialAnswer, call(trial, correlation, '{}'))).toMatchObject({
      ...{ events: 3, findings: 1, exact: true, by: ['user'], subjects: [{ values: ['ann'] }] },
    });
  });
});

it('a rule is deleted with what it found, but for what was judged', async () => {
  const [added] = (await hand(SECRETS)).rules;
  const id = added?.id ?? '';
  const insert = (verdict: string) =>
    pool().query(
      `INSERT INTO finding (id, detector, key, type, "from", "to", level, confidence, title, reason, observed, unit, history, query, events, subject, techniques, verdict)
       VALUES (gen_random_uuid(), $1, ARRAY[$2], 1, now(), now(), 1, 1, 't', 'r', 1, 'count', 0, 'q', 1, '{}', '{}', $2)`,
      [`rule:${id}`, verdict],
    );
  await insert('open');
  await insert('benign');
  expect((await detail(id)).findings).toBe(2);
  expect(await answer(ruleDeletedAnswer, call(remove, id))).toEqual({ deletedFindings: 1 });
  const { rows } = await pool().query('SELECT verdict, gone_at IS NOT NULL AS gone FROM finding');
  expect(rows).toEqual([{ verdict: 'benign', gone: true }]);
});
