import type { BuiltInCorrelation, TimedExample } from '../built-in-rule';

export const sshGuessedRight: BuiltInCorrelation = {
  kind: 'correlation',
  name: 'ssh-guessed-right',
  title: 'A login over SSH after names were tried',
  about:
    'An address that was refused as root or as a user who does not exist logged in to the same node within half an hour. Somebody who only mistypes a password does not try other names. Many refusals of one name before a login are for the detector of SSH passwords guessed.',
  level: 'medium',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1110.001', 'T1021.004'],
  matrix: [],
  falsePositives: 'An administrator who tried root first; many people behind one address.',
  next: [{ title: 'What was run as root afterwards', q: 'type:node component:sudo user:"NAME"' }],
  type: 'temporal_ordered',
  rules: ['ssh-name-tried', 'ssh-login'],
  by: ['src_ip', 'node'],
  withinSeconds: 1800,
  hits: [[sshed('forbid', 'root', 0), sshed('allow', 'deploy', 60)]],
  misses: [
    [sshed('forbid', 'ann', 0), sshed('allow', 'ann', 60)],
    [sshed('allow', 'deploy', 0), sshed('forbid', 'root', 60)],
    [sshed('forbid', 'root', 0), sshed('allow', 'deploy', 3600)],
  ],
};

function sshed(decision: string, user: string, at: number): TimedExample {
  return { type: 'node', fields: { protocol: 'ssh', decision, src_ip: '10.0.0.9', node: 'n1', user }, at };
}
