import type { LogSourceMapping } from './log-source';

const ARGUMENTS = Object.fromEntries(Array.from({ length: 16 }, (_, place) => [`a${place}`, `a${place}`]));

export const auditd: LogSourceMapping = {
  name: 'auditd',
  title: 'Linux audit',
  about:
    'Events of auditd. Rules are about single records; here the records of an event are one, which has the types and fields of all of them.',
  sources: [{ product: 'linux', service: 'auditd' }],
  types: ['node'],
  events: 'type:node and audit.type:*',
  fields: {
    ...ARGUMENTS,
    type: ['audit.type', { field: 'audit.types', isList: true }],
    SYSCALL: 'syscall',
    name: ['name', 'path.0', 'path.1', 'path.2'],
    path: ['name', 'path.0', 'path.1', 'path.2'],
    nametype: ['path.0.nametype', 'path.1.nametype', 'path.2.nametype'],
    unit: 'unit',
    addr: 'src_ip',
    hostname: 'rhost',
    pid: 'pid',
    user: 'user',
    pam_user: 'acct',
    pam_rhost: 'rhost',
    keywords: 'message',
  },
  ownFields: true,
  ownAttributes: true,
  examples: [
    {
      detection: `
        selection:
          type: EXECVE
          a0: sh
          a1|contains: -c
        condition: selection`,
      finds: 'type=EXECVE msg=audit(1700000000.250:77): argc=3 a0="sh" a1="-c" a2=6563686F206869',
      misses: 'type=EXECVE msg=audit(1700000000.250:77): argc=2 a0="bash" a1="-c"',
    },
    {
      detection: `
        selection:
          type: PATH
          name: /etc/ld.so.preload
        condition: selection`,
      finds:
        'type=PATH msg=audit(1700000000.250:80): item=0 name="/etc/ld.so.preload" inode=7 dev=fd:01 mode=0100644 ouid=0 ogid=0 nametype=NORMAL',
      misses:
        'type=PATH msg=audit(1700000000.250:80): item=0 name="/etc/hosts" inode=7 dev=fd:01 mode=0100644 ouid=0 ogid=0 nametype=NORMAL',
    },
  ],
};
