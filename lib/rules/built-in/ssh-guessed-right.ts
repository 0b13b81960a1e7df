import type { BuiltInCorrelation, TimedExample } from '../built-in-rule';

export const sshGuessedRight: BuiltInCorrelation = {
  kind: 'correlation',
  name: 'ssh-guessed-right',
  title: 'A login over SSH after refusals',
  about:
    'An address that was refused logged in to the same node within ten minutes, as the same user: somebody remembered a password, or guessed it.',
  level: 'low',
  confidence: 'low',
  types: ['node'],
  techniques: ['T1110.001', 'T1021.004'],
  matrix: [],
  falsePositives: 'People who mistype.',
  next: [{ title: 'What was run as root afterwards', q: 'type:node component:sudo user:"NAME"' }],
  type: 'temporal_ordered',
  rules: ['ssh-refused', 'ssh-login'],
  by: ['src_ip', 'node', 'user'],
  withinSeconds: 600,

  hits: [[sshed('forbid', 0), sshed('allow', 60)]],
  misses: [
    [sshed('allow', 0), sshed('forbid', 60)],
    [sshed('forbid', 0), sshed('allow', 900)],
  ],
};

function sshed(decision: string, at: number): TimedExample {
  return { type: 'node', fields: { protocol: 'ssh', decision, src_ip: '10.0.0.9', node: 'n1', user: 'ann' }, at };
}
