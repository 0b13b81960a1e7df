import type { BuiltInCorrelation, TimedExample } from '../built-in-rule';

export const sshGuessed: BuiltInCorrelation = {
  kind: 'correlation',
  name: 'ssh-guessed',
  title: 'Passwords guessed over SSH',
  about: 'Ten refusals or more from one address on one node within five minutes.',
  level: 'medium',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1110.001', 'T1110.003'],
  matrix: [],
  falsePositives:
    'A robot with an old key. On nodes that the internet reaches somebody always tries: what counts is a login.',
  next: [{ title: 'Whether one fitted', q: 'type:node protocol:ssh decision:allow src_ip:"ADDRESS"' }],
  type: 'event_count',
  rules: ['ssh-refused'],
  by: ['src_ip', 'node'],
  withinSeconds: 300,
  atLeast: 10,
  hits: [refused(10, 20)],
  misses: [refused(9, 20), refused(10, 60)],
};

/** Refusals, so many seconds after one another. */
function refused(count: number, seconds: number): TimedExample[] {
  return Array.from({ length: count }, (_, number) => ({
    type: 'node',
    fields: { protocol: 'ssh', decision: 'forbid', src_ip: '10.0.0.9', node: 'n1', user: 'root' },
    at: number * seconds,
  }));
}
