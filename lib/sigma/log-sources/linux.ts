import type { LogSourceMapping, MappingExample } from './log-source';

/** What a program of a machine wrote to its log: rules look for words in it. */
interface LinuxLog {
  readonly service: string;
  readonly title: string;
  readonly events: string;
  readonly examples: readonly MappingExample[];
}

const LOGS: readonly LinuxLog[] = [
  { service: 'syslog', title: 'Logs of a machine', events: 'type:node', examples: [] },
  { service: 'auth', title: 'Logs of who may', events: 'type:node', examples: [] },
  {
    service: 'sshd',
    title: 'Logs of sshd',
    events: 'type:node and component:(sshd or sshd-session or sshd-auth)',
    examples: [
      {
        detection: `
          keywords: ['*POSSIBLE break-in*', 'Corrupted MAC']
          condition: keywords`,
        finds:
          'May  6 07:08:09 node-1 sshd[77]: reverse mapping checking getaddrinfo for host.example [192.0.2.7] failed - POSSIBLE BREAK-IN ATTEMPT!',
        misses: 'May  6 07:08:09 node-1 sudo[77]: POSSIBLE BREAK-IN ATTEMPT!',
        path: 'var/log/auth.log',
      },
    ],
  },
  { service: 'sudo', title: 'Logs of sudo', events: 'type:node and component:sudo', examples: [] },
  {
    service: 'cron',
    title: 'Logs of cron',
    events: 'type:node and component:(cron or crond or crontab or anacron)',
    examples: [],
  },
  {
    service: 'clamav',
    title: 'Logs of ClamAV',
    events: 'component:(clamd or clamav or freshclam or clamscan)',
    examples: [],
  },
  { service: 'vsftpd', title: 'Logs of vsftpd', events: 'component:vsftpd', examples: [] },
  { service: 'guacamole', title: 'Logs of Guacamole', events: 'component:guac* or container:guac*', examples: [] },
];

const FIELDS = {
  USER: 'target.user',
  user: 'user',
  host: 'node',
  hostname: 'node',
  program: 'component',
  message: 'message',
  pid: 'pid',
} as const;

export const linux: LogSourceMapping = {
  name: 'linux',
  title: 'Linux',
  about: 'Whatever a machine writes: its kernel, its programs, its units.',
  sources: [{ product: 'linux' }],
  types: ['node'],
  events: 'type:node',
  fields: FIELDS,
  ownFields: false,
  examples: [
    {
      detection: `
        keywords:
          '|all': ['segfault', 'libc']
        condition: keywords`,
      finds: 'May  6 07:08:09 node-1 kernel: [ 1.5] web[7]: segfault at 0 ip 0 sp 0 error 4 in libc.so.6[7f+1]',
      misses: 'May  6 07:08:09 node-1 kernel: [ 1.5] web[7]: segfault at 0 ip 0 sp 0 error 4',
      path: 'var/log/syslog',
    },
  ],
};

/** One for each program that rules name as the service. */
export const linuxServices: readonly LogSourceMapping[] = LOGS.map(({ service, title, events, examples }) => ({
  name: `linux-${service}`,
  title,
  about: `${title}, by the name of the program.`,
  sources: [{ product: 'linux', service }, { service }],
  types: ['node'],
  events,
  fields: FIELDS,
  ownFields: false,
  examples,
}));
