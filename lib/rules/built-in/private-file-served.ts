import type { BuiltInRule } from '../built-in-rule';

const FILES = String.raw`\/(\.env(\.[a-z]+)?|\.git\/(config|HEAD|index)|\.svn\/entries|\.aws\/credentials|\.ssh\/[a-z_]+|\.kube\/config|\.docker\/config\.json|\.htpasswd|\.npmrc|id_rsa|wp-config\.php\.(bak|old|txt)|actuator\/(env|heapdump|jolokia|gateway\/routes)|debug\/pprof\/(heap|goroutine|profile)|server-status|dump\.sql|backup\.(sql|zip|tar\.gz))(\?|$)`;

export const privateFileServed: BuiltInRule = {
  kind: 'rule',
  name: 'private-file-served',
  title: 'A file that nobody should get was served',
  about:
    'A request for a file of secrets or of development was answered: settings, keys, a repository, a dump of memory.',
  level: 'high',
  confidence: 'medium',
  types: ['application', 'network'],
  techniques: ['T1552.001', 'T1190'],
  matrix: ['MS-TA9027'],
  falsePositives: 'Servers that answer everything with their start page; the size of the answer tells.',
  next: [
    { title: 'All requests of the address', q: 'src_ip:"ADDRESS" | fields time, method, path, status, user_agent' },
  ],
  q: `type:(application or network) method:(GET or POST) status:(200 or 206) path:/${FILES}/`,
  by: ['src_ip', 'host', 'namespace', 'pod'],
  hits: [
    { type: 'network', fields: { method: 'GET', path: '/.git/config', status: 200 } },
    { type: 'network', fields: { method: 'GET', path: '/app/.env', status: 200 } },
    { type: 'network', fields: { method: 'GET', path: '/actuator/heapdump', status: 200 } },
  ],
  misses: [
    { type: 'network', fields: { method: 'GET', path: '/.env', status: 404 } },
    { type: 'network', fields: { method: 'GET', path: '/environment', status: 200 } },
    { type: 'network', fields: { method: 'GET', path: '/actuator/health', status: 200 } },
  ],
};
