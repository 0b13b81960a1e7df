import type { BuiltInRule } from '../built-in-rule';

const NAMES =
  '(nginx|apache2|httpd|lighttpd|caddy|php-fpm[0-9.]*|php-cgi|java|tomcat|catalina|gunicorn|uwsgi|node|nodejs|puma|unicorn|w3wp|mysqld|mariadbd|postgres|mongod|redis-server|memcached|openresty|traefik|haproxy)';
const PROGRAMS = '(sh|bash|dash|ash|zsh|ksh|busybox|nc|ncat|netcat|socat|wget|curl|whoami|id|uname)';
const SERVERS = `\\/${NAMES}$`;
const SHELLS = `\\/${PROGRAMS}$`;
const CHECKS = '(pg_isready|health|ping|sendmail|ldconfig|uname -|stty|git |npm |node_modules|lsb_release)';

export const serverStartedShell: BuiltInRule = {
  kind: 'rule',
  name: 'server-started-shell',
  title: 'A server that started a shell',
  about:
    'The parent of a shell or of a program that fetches things is a server: a web server, an application server, a database. They do that when somebody makes them.',
  level: 'high',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1190', 'T1059.004'],
  matrix: ['MS-TA9009', 'MS-TA9004'],
  falsePositives: 'Scripts that servers run for health checks, mail and thumbnails.',
  next: [
    { title: 'All that was seen of the pod', q: 'pod:"NAME" | count by type, message' },
    { title: 'Whom the pod talked to', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port, host' },
    { title: 'What the service said at that time', q: 'type:application pod:"NAME" severity>=error' },
  ],
  q: `type:node (rule:/run shell untrusted/ or ((parent.binary:/${SERVERS}/ or proc.pname:/^${NAMES}$/ or proc.pexepath:/${SERVERS}/) (process.binary:/${SHELLS}/ or proc.exepath:/${SHELLS}/ or exe:/${SHELLS}/ or proc.name:/^${PROGRAMS}$/))) -(command:/${CHECKS}/ or proc.cmdline:/${CHECKS}/)`,
  by: ['namespace', 'pod', 'node'],
  hits: [
    {
      type: 'node',
      fields: { pod: 'web-0' },
      attributes: { command: '/bin/sh -c id', 'parent.binary': '/usr/sbin/nginx', 'process.binary': '/bin/sh' },
    },
    { type: 'node', attributes: { 'proc.pname': 'java', 'proc.name': 'bash', 'proc.cmdline': 'bash -c curl x' } },
    { type: 'node', attributes: { rule: 'Run shell untrusted' } },
  ],
  misses: [
    { type: 'node', attributes: { command: 'sh', 'parent.binary': '/usr/bin/bash', 'process.binary': '/bin/sh' } },
    { type: 'node', attributes: { 'parent.binary': '/usr/sbin/nginx', 'process.binary': '/usr/sbin/nginx' } },
    { type: 'node', attributes: { 'proc.pname': 'java', 'proc.name': 'sh', 'proc.cmdline': 'sh -c pg_isready -q' } },
  ],
};
