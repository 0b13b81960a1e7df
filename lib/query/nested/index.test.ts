import { describe, expect, it } from 'vitest';
import { parseQuery } from '../parse';
import { nestedTest } from './index';

const audit = {
  kind: 'Event',
  requestObject: {
    spec: { hostNetwork: true, replicas: 3, containers: [{ image: 'nginx:1.25' }, { image: 'redis' }], volumes: [] },
  },
  responseStatus: { message: 'pods "x" is forbidden', code: 403, nothing: null },
  annotations: { 'example.org/team.name': 'core', 'x-code': 403 },
};

function holds(query: string, text: string): boolean {
  const clause = parseQuery(query);
  if (clause.kind !== 'field') throw new Error(`"${query}" is not one clause`);
  return nestedTest(clause)(text);
}

describe.each([
  ['plain', (json: string) => json],
  ['behind a head', (json: string) => `2026-01-31T12:00:00.1Z stdout F {not json} ${json}`],
  ['before more text', (json: string) => `${json} and {more}`],
  ['in a text', (json: string) => JSON.stringify({ log: `${json}\n`, stream: 'stdout' })],
  ['in a text in a text', (json: string) => JSON.stringify({ message: JSON.stringify({ log: json }), tags: ['a'] })],
])('a record %s', (_name, wrap) => {
  const text = wrap(JSON.stringify(audit));

  it.each([
    'requestObject.spec.hostNetwork:true',
    'requestObject.spec.hostNetwork:TRUE',
    'responseStatus.message:*forbidden*',
    'responseStatus.message:/is for.idden$/',
    'requestObject.spec.containers.image:nginx*',
    'requestObject.spec.containers.image:redis',
    'requestObject.spec.containers.1.image:redis',
    'requestObject.spec.replicas>=3',
    'requestObject.spec.replicas:[1 TO 3]',
    'requestObject.spec:*',
    'requestObject.spec.volumes:*',
    'annotations.example.org/team.name:core',
    'annotations.x-code:(404 or 403)',
  ])('holds %s', (query) => expect(holds(query, text)).toBe(true));

  it.each([
    'requestObject.spec.hostNetwork:false',
    'requestObject.spec.containers.0.image:redis',
    'requestObject.spec.containers.7.image:*',
    'requestObject.spec.replicas>3',
    'requestObject.spec:x',
    'responseStatus.nothing:*',
    'spec.hostNetwork:true',
    'annotations.example:*',
    'toString:*',
    'requestObject.constructor.name:*',
  ])('does not hold %s', (query) => expect(holds(query, text)).toBe(false));
});

it.each(['', 'no json', '{', '{"a":', '[1]', '{"a":{"b":1}', '}{'])('%j holds nothing', (text) => {
  expect(holds('a.b:*', text)).toBe(false);
});

it('follows texts that are JSON in the middle of a path', () => {
  expect(holds('log.a.b:1', JSON.stringify({ log: JSON.stringify({ a: { b: 1 } }) }))).toBe(true);
});

it('takes linear time, whatever a record is made of', () => {
  const started = performance.now();
  for (const text of [
    '{'.repeat(300_000),
    '{"a":'.repeat(100_000),
    `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  ]) {
    holds('a.a.a.a.a.a.a.a.b:1', text);
  }
  holds(`${'a.'.repeat(31)}b:1`, `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`);
  const wide = JSON.stringify({ a: Array.from({ length: 20_000 }, () => ({ a: [{ a: 1 }, { 'a.a': 2 }] })) });
  holds('a.a.a.a.b:1', wide);
  expect(performance.now() - started).toBeLessThan(3000);
});

it('finds no path of a name that formats put together', () => {
  const text = '{"pod":{"privileged":true,"name":"cart"}}';
  expect([holds('pod.name:cart', text), holds('pod.privileged:true', text)]).toEqual([true, false]);
});
