import type { BuiltInRule } from '../built-in-rule';

export const apiCredentialsRefused: BuiltInRule = {
  kind: 'rule',
  name: 'api-credentials-refused',
  title: 'Credentials that the API server could not accept',
  about:
    'The API server could not tell who asked: a certificate of another authority or a token that is none. An old one of a client is the same message again and again; see the correlation.',
  level: 'low',
  confidence: 'low',
  types: ['control-plane'],
  techniques: ['T1078'],
  matrix: ['MS-TA9029'],
  falsePositives: 'Certificates and tokens that ran out.',
  next: [
    {
      title: 'Who asked without a name at that time',
      q: 'type:audit user:system\\:anonymous | count by src_ip, path, status',
    },
  ],
  silent: true,
  q: 'type:control-plane ("unable to authenticate the request" or "invalid bearer token") -"has expired"',
  by: ['component', 'node'],
  hits: [
    { type: 'control-plane', message: 'Unable to authenticate the request', severity: 'error' },
    { type: 'control-plane', message: '[invalid bearer token, square/go-jose: error in cryptographic primitive]' },
  ],
  misses: [
    { type: 'control-plane', message: 'Starting to serve with certificate' },
    {
      type: 'control-plane',
      message: 'failed calling webhook "rules.example.io": x509: certificate signed by unknown authority',
    },
    { type: 'control-plane', message: 'Unable to authenticate the request: x509: certificate has expired' },
  ],
};
