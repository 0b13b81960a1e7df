import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { FROM_OUTSIDE, REFUSED } from '../clauses';
import { FROM_ADDRESS } from '../next-questions';

export const refusedFromOutside: BuiltInRule = {
  kind: 'rule',
  name: 'refused-from-outside',
  title: 'A refusal to an address of the internet',
  about: 'The API server refused something to an address of the internet.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1613'],
  matrix: ['MS-TA9029'],
  falsePositives: 'People at home with rights that end.',
  next: [FROM_ADDRESS],
  q: `type:audit ${REFUSED} ${FROM_OUTSIDE}`,
  by: ['src_ip'],
  silent: true,
  hits: [request({ user: 'ann', verb: 'list', resource: 'pods', status: 403, src_ip: '203.0.113.9' })],
  misses: [
    request({ user: 'ann', verb: 'list', resource: 'pods', status: 403, src_ip: '10.1.2.3' }),
    request({ user: 'ann', verb: 'list', resource: 'pods', status: 200, src_ip: '203.0.113.9' }),
    request({ user: 'ann', verb: 'list', resource: 'pods', status: 403 }),
  ],
};
