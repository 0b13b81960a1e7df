import type { BuiltInRule } from '../built-in-rule';

/** SQL, templates, shells and scripts, plain or in percent signs (what Sigma's rules for web servers look for). */
const CODE = String.raw`((\$|%24|__\$|#|%23)(\{|%7b).*(t\(|%28|runtime|process|exec|7 ?\*|class)|(\{|%7b){2}.*(\}|%7d){2}|\bunion(\+|%20| |\/\*\*\/)+(all(\+|%20| )+)?select\b|('|%27)(\+|%20| )*(or|and)(\+|%20| )+[0-9'%]|\b(sleep|benchmark|pg_sleep|xp_cmdshell|extractvalue|updatexml)(\(|%28)|(<|%3c)script|(;|%3b|\||%7c|%60)(\+|%20| )*(cat|id|wget|curl|sh|bash|nc|ping|whoami)(\+|%20| |$)|php:\/\/|(file|gopher|dict):\/\/|169\.254\.169\.254)`;

export const codeInRequest: BuiltInRule = {
  kind: 'rule',
  name: 'code-in-request',
  title: 'Code in a request that the server stumbled over',
  about:
    'A request holds a piece of SQL, of a template, of a shell or of a script, and the server failed at it: it may have run.',
  level: 'high',
  confidence: 'medium',
  types: ['application', 'network'],
  techniques: ['T1190', 'T1059'],
  matrix: ['MS-TA9004', 'MS-TA9009'],
  falsePositives: 'Tests of a firewall, broken clients.',
  next: [
    { title: 'All requests of the address', q: 'src_ip:"ADDRESS" | fields time, method, path, status, user_agent' },
    { title: 'What the service said at that time', q: 'type:application pod:"NAME" severity>=error' },
  ],
  q: `type:(application or network) path:/${CODE}/ status>=500`,
  by: ['src_ip', 'namespace', 'pod'],
  hits: [
    { type: 'network', fields: { path: '/invoice?template=__$%7B7*7%7D__::.x', status: 500 } },
    { type: 'network', fields: { path: '/q?id=1+union+select+1,2', status: 500 } },
    { type: 'network', fields: { path: '/ping?host=8.8.8.8;id', status: 502 } },
  ],
  misses: [
    { type: 'network', fields: { path: '/q?id=1+union+select+1,2', status: 404 } },
    { type: 'network', fields: { path: '/products/union-jack?select=red', status: 500 } },
    { type: 'network', fields: { path: '/cart/42?currency=eur', status: 500 } },
  ],
};
