import type { BuiltInCorrelation, TimedExample } from '../built-in-rule';

export const apiCredentialsTried: BuiltInCorrelation = {
  kind: 'correlation',
  name: 'api-credentials-tried',
  title: 'Credentials tried at the API server',
  about: 'Twenty refusals or more of one API server within five minutes of credentials that are not merely old.',
  level: 'medium',
  confidence: 'medium',
  types: ['control-plane'],
  techniques: ['T1078', 'T1110'],
  matrix: ['MS-TA9029'],
  falsePositives: 'A controller whose token was taken away, which asks again and again.',
  next: [
    {
      title: 'Who asked without a name at that time',
      q: 'type:audit user:system\\:anonymous | count by src_ip, path, status',
    },
  ],
  type: 'event_count',
  rules: ['api-credentials-refused'],
  by: ['component', 'node'],
  withinSeconds: 300,
  atLeast: 20,
  hits: [tried(20, 10)],
  misses: [tried(19, 10), tried(20, 60)],
};

/** Refusals, so many seconds after one another. */
function tried(count: number, seconds: number): TimedExample[] {
  return Array.from({ length: count }, (_, number) => ({
    type: 'control-plane',
    fields: { component: 'kube-apiserver', node: 'n1' },
    message: 'Unable to authenticate the request',
    at: number * seconds,
  }));
}
