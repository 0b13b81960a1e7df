import type { LogEvent, Severity } from '@/lib/events';
import { isAddress, parseCount } from './addresses';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { raiseSeverity } from './raise-severity';

const PROGRAMS: ReadonlySet<string> = new Set(['sshd', 'sshd-session', 'sshd-auth']);
/** Said by PAM's modules and by syslog in sshd's name. */
const OTHERS = /^(?:pam_\w+\(|PAM \d+ more|(?:last )?message repeated )/;
const HEAD_MAX = 1024;

const AUTHENTICATION =
  /^(Accepted|Failed|Postponed|Partial) ([\w/@.,-]{1,64}) for (invalid user |illegal user )?(.{0,256}) from (\S{1,64})(?: port (\d{1,5}))?(?: ssh\d)?(?::? ([A-Z0-9-]{2,40}) (\S{8,128}))?/;
/** A name that a stranger may have chosen, spaces and all; so the last address counts. */
const FROM =
  /^(.{0,400}) (?:from|by|with) (?:(?:authenticating |invalid )?user (\S{0,128}) )?(\S{1,64})(?: port (\d{1,5}))?/;
/** Where no such word stands before the user and the address. */
const BARE = /(?:(?:authenticating |invalid )?user (\S{0,128}) |^Address )(\S{1,64})(?: port (\d{1,5})| maps to )/;
const ON = / on (\S{1,64}) port (\d{1,5})/;
const USER =
  /^(?:Invalid user|User|Starting session: \S+(?: on \S+)? for|Close session: user|Disconnected from user|maximum authentication attempts exceeded for(?: invalid user)?|PAM: .{0,64}? for(?: illegal user| invalid user)?|subsystem request for \S+ by user|Login restricted for|Accepted key|input_userauth_request: invalid user) ?(\S{0,128})/;

/** What a line is, by how it begins: how grave it is and whether somebody was let in. */
const MEANINGS: readonly (readonly [RegExp, Severity, string | null, string | null])[] = [
  [/^(?:Invalid|Illegal) user /, 'warning', 'forbid', 'invalid user'],
  [/^maximum authentication attempts exceeded/, 'warning', 'forbid', 'too many attempts'],
  [/^PAM: /, 'warning', 'forbid', 'authentication failure'],
  [/^User \S{0,128} (?:from \S{1,64} )?not allowed/, 'warning', 'forbid', 'not allowed'],
  [/^ROOT LOGIN REFUSED/, 'warning', 'forbid', 'root login refused'],
  [/^Authentication refused/, 'warning', 'forbid', 'bad ownership or modes'],
  [/^(?:refused connect|Refused) /, 'warning', 'forbid', 'refused'],
  [/POSSIBLE BREAK-IN ATTEMPT/, 'warning', null, 'reverse mapping failed'],
  [
    /^(?:Did not receive identification|Bad protocol version|Bad packet length|Unable to negotiate)/,
    'notice',
    null,
    null,
  ],
  [/^(?:Disconnecting|ssh_dispatch_run_fatal|kex_|banner exchange)/, 'notice', null, null],
  [/^Corrupted MAC|^fatal: /, 'error', null, null],
];

export const sshd: TextFormat = {
  name: 'sshd',
  title: 'OpenSSH server',
  about:
    'Who logged in from where and by which method, and who was turned away; after the program’s name told by syslog or the journal.',
  source: 'openssh/openssh-portable, auth.c auth_log(), packet.c, session.c',
  type: null,
  reads: 'text',
  ofProgram: true,
  read,
  examples: [
    {
      told: { component: 'sshd' },
      text: 'Accepted publickey for ann from 192.0.2.7 port 40100 ssh2: ED25519 SHA256:3xampl3xampl3xampl3',
      event: {
        user: 'ann',
        srcIp: '192.0.2.7',
        srcPort: 40100,
        decision: 'allow',
        severity: 'info',
        message: 'Accepted publickey for ann from 192.0.2.7 port 40100 ssh2: ED25519 SHA256:3xampl3xampl3xampl3',
        attributes: {
          'ssh.method': 'publickey',
          'ssh.key_type': 'ED25519',
          'ssh.fingerprint': 'SHA256:3xampl3xampl3xampl3',
        },
      },
    },
    {
      told: { component: 'sshd-session' },
      text: 'Failed password for invalid user a from 203.0.113.1 from 2001:db8::7 port 40100 ssh2',
      event: {
        user: 'a from 203.0.113.1',
        srcIp: '2001:db8::7',
        decision: 'forbid',
        reason: 'invalid user',
        severity: 'warning',
        protocol: 'ssh',
      },
    },
    {
      told: { component: 'sshd' },
      text: 'Invalid user oracle from 192.0.2.7 port 40100',
      event: { user: 'oracle', srcIp: '192.0.2.7', decision: 'forbid', reason: 'invalid user' },
    },
    {
      told: { component: 'sshd' },
      text: 'Connection closed by authenticating user root 192.0.2.7 port 40100 [preauth]',
      event: { user: 'root', srcIp: '192.0.2.7', srcPort: 40100, decision: null, severity: 'info' },
    },
    {
      told: { component: 'sshd' },
      text: 'Received disconnect from 192.0.2.7: 11: Bye Bye [preauth]',
      event: { srcIp: '192.0.2.7', srcPort: null },
    },
    {
      told: { component: 'sshd' },
      text: 'reverse mapping checking getaddrinfo for host.example [192.0.2.7] failed - POSSIBLE BREAK-IN ATTEMPT!',
      event: { srcIp: '192.0.2.7', severity: 'warning' },
    },
    {
      told: { component: 'sshd' },
      text: 'error: maximum authentication attempts exceeded for root from 192.0.2.7 port 40100 ssh2 [preauth]',
      event: { user: 'root', srcIp: '192.0.2.7', severity: 'error', decision: 'forbid' },
    },
    {
      told: { component: 'sshd' },
      text: 'Connection from 192.0.2.7 port 40100 on 10.0.0.1 port 22 rdomain ""',
      event: { srcIp: '192.0.2.7', srcPort: 40100, dstIp: '10.0.0.1', dstPort: 22 },
    },
    {
      told: { component: 'sshd' },
      text: 'Disconnecting authenticating user root 192.0.2.7 port 40100: Too many authentication failures [preauth]',
      event: { user: 'root', srcIp: '192.0.2.7', srcPort: 40100, severity: 'notice' },
    },
    { told: { component: 'sshd' }, text: 'pam_unix(sshd:session): session closed for user ann', event: null },
    { text: 'Accepted password for ann from 192.0.2.7 port 40100 ssh2', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  if (event.component === null || !PROGRAMS.has(event.component) || OTHERS.test(text.slice(0, 64))) return NOT_MINE;
  event.message = text;
  event.protocol = 'ssh';
  const full = text.slice(0, HEAD_MAX);
  const isError = full.startsWith('error: ');
  if (isError) raiseSeverity(event, 'error');
  const head = isError ? full.slice(7) : full;
  if (readAuthentication(head, event)) return READ;
  readEnds(head, event);
  event.user = USER.exec(head)?.[1] || event.user;
  for (const [opening, severity, decision, reason] of MEANINGS) {
    if (!opening.test(head)) continue;
    raiseSeverity(event, severity);
    event.decision = decision;
    event.reason = reason;
    break;
  }
  raiseSeverity(event, 'info');
  return READ;
}

function readAuthentication(head: string, event: LogEvent): boolean {
  const match = AUTHENTICATION.exec(head);
  if (match === null) return false;
  const [, outcome, method, stranger, user = '', address = '', port = '', keyType, fingerprint] = match;
  event.user = user === '' ? null : user;
  setSource(event, address, port);
  event.setAttribute('ssh.method', method);
  event.setAttribute('ssh.key_type', keyType);
  event.setAttribute('ssh.fingerprint', fingerprint);
  if (outcome === 'Accepted') event.decision = 'allow';
  if (outcome === 'Failed') {
    event.decision = 'forbid';
    event.reason = stranger === undefined ? `failed ${method}` : 'invalid user';
  }
  raiseSeverity(event, outcome === 'Failed' ? 'warning' : 'info');
  return true;
}

/** Both ends of the connection, wherever the line names them. */
function readEnds(head: string, event: LogEvent): void {
  const from = FROM.exec(head);
  const address = from?.[3]?.replace(/[:,.]+$/, '') ?? '';
  if (from !== null && setSource(event, address, from[4] ?? '')) event.user = from[2] || event.user;
  else if (!readBare(head, event)) {
    const bracketed = /\[([\da-fA-F.:]{2,45})\]/.exec(head)?.[1] ?? '';
    setSource(event, bracketed, '');
  }
  const on = event.srcIp === null ? null : ON.exec(head);
  if (on === null || !isAddress(on[1] ?? '')) return;
  event.dstIp = on[1] ?? null;
  event.dstPort = portOf(on[2] ?? '');
}

function readBare(head: string, event: LogEvent): boolean {
  const bare = BARE.exec(head);
  if (bare === null || !setSource(event, bare[2] ?? '', bare[3] ?? '')) return false;
  event.user = bare[1] || event.user;
  return true;
}

function setSource(event: LogEvent, address: string, port: string): boolean {
  if (!isAddress(address)) {
    if (/^[A-Za-z0-9][\w.-]{2,254}$/.test(address) && address.includes('.')) event.setAttribute('rhost', cut(address));
    return false;
  }
  event.srcIp = address;
  event.srcPort = portOf(port);
  return true;
}

function portOf(text: string): number | null {
  const port = parseCount(text);
  return port !== null && port <= 65_535 ? port : null;
}
