import { expect, test } from 'vitest';
import { logTypeCode } from '@/lib/events';
import { couldMatch } from './could-match';
import { parseQuery } from './parse';

const REQUEST: Readonly<Record<string, string | number | null>> = {
  type: logTypeCode('audit'),
  verb: 'create',
  resource: 'pods',
  subresource: null,
  status: null,
  'pod.privileged': null,
};

const could = (q: string) => couldMatch(parseQuery(q), ({ name }) => REQUEST[name]);

test.each([
  ['*', true],
  ['type:audit verb:create', true],
  ['type:node', false],
  ['user:ann', true],
  ['-user:ann', true],
  ['anything "at all" /x/', true],
  ['status:403', false],
  ['-status:403', true],
  ['not status>=400 -subresource:*', true],
  ['subresource:*', false],
  ['-resource:(pods or secrets)', false],
  ['resource:/^po/ verb:c*', true],
  ['user:ann or status:*', true],
  ['status:200 or pod.privileged:true', false],
  ['not (user:ann and status:200)', true],
  ['not (user:ann or -status:200)', false],
  ['not (verb:create and user:ann)', true],
  ['name:field(user)', true],
  ['name:field(status)', false],
  ['-name:field(status)', true],
  ['time>now-1h', true],
])('%s: %s', (q, expected) => {
  expect(could(q)).toBe(expected);
});
