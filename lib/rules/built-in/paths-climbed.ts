import type { BuiltInRule } from '../built-in-rule';

const UP = String.raw`(\.|%2e|%252e){2}(\/|%2f|%252f|\\|%5c|%255c)`;
const CLIMBING = String.raw`(${UP}${UP}|(\/|%2f|=)(etc(\/|%2f)(passwd|shadow|hosts)|proc(\/|%2f)self(\/|%2f)|windows(\/|%5c)win\.ini))`;

export const pathsClimbed: BuiltInRule = {
  kind: 'rule',
  name: 'paths-climbed',
  title: 'A request that climbs out of its folder, and was answered',
  about:
    'The path of a request goes upwards, plain or in percent signs once or twice, or names a file of the system; the server did not refuse it.',
  level: 'high',
  confidence: 'medium',
  types: ['application', 'network'],
  techniques: ['T1190'],
  matrix: ['MS-TA9004'],
  falsePositives: 'Servers that answer everything with their start page; the size of the answer tells.',
  next: [
    { title: 'All requests of the address', q: 'src_ip:"ADDRESS" | fields time, method, path, status, user_agent' },
    { title: 'What the service said at that time', q: 'type:application pod:"NAME" severity>=error' },
  ],
  q: `type:(application or network) path:/${CLIMBING}/ status<400`,
  by: ['src_ip', 'namespace', 'pod'],
  hits: [
    { type: 'network', fields: { path: '/static/../../../../etc/passwd', status: 200 } },
    { type: 'network', fields: { path: '/x/%2e%2e/%2e%2e/etc/shadow', status: 200 } },
    { type: 'network', fields: { path: '/cgi-bin/.%2e/.%2e/bin/sh', status: 200 } },
  ],
  misses: [
    { type: 'network', fields: { path: '/static/../../../../etc/passwd', status: 404 } },
    { type: 'network', fields: { path: '/assets/../app.js', status: 200 } },
    { type: 'network', fields: { path: '/a..b/c', status: 200 } },
  ],
};
