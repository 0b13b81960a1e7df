import type { LogEvent, Severity } from '@/lib/events';
import { auditErrorName } from './audit-errors';
import { cut } from './json-value';

const ARGUMENTS_MAX = 64;
const PATHS_MAX = 16;

/** Records that only add to the one that they come with. */
const ADDITIONS: ReadonlySet<string> = new Set(
  'PATH CWD EXECVE PROCTITLE SOCKADDR EOE BPRM_FCAPS CAPSET MMAP FD_PAIR IPC OBJ_PID SOCKETCALL OPENAT2 MAC_TASK_CONTEXTS MAC_OBJ_CONTEXTS'.split(
    ' ',
  ),
);
const CALLS: ReadonlySet<string> = new Set(['SYSCALL', 'URINGOP']);
/** Calls whose socket address is the other side's, which came here. */
const ACCEPTING: ReadonlySet<string> = new Set(['accept', 'accept4', 'recvfrom', 'recvmsg', 'getpeername']);
/** Checks of who somebody is or what he may do; a failure of one is a refusal. */
const CHECKS =
  /^(?:USER_(?:AUTH|ACCT|LOGIN|ERR|CMD|CHAUTHTOK|AVC|MGMT|ROLE_CHANGE)|CRED_|GRP_|ADD_|DEL_|ACCT_|DAC_CHECK|LOGIN|ANOM_LOGIN)/;

/** How telling a type is of what its event is: of all records of an event, the most telling names it. */
export function auditTypeRank(type: string): number {
  if (type === 'EOE') return 0;
  if (type === 'EXECVE') return 2;
  return ADDITIONS.has(type) ? 1 : CALLS.has(type) ? 3 : 4;
}

/** Draws from the fields of an event's records, however many were read so far, what it is all about. Can be repeated. */
export function describeAudit(event: LogEvent): void {
  const type = told(event, 'audit.type') ?? '';
  readCommand(event);
  readMainPath(event);
  readSides(event);
  event.user = whoOf(event, type) ?? event.user;
  const worked = outcomeOf(event);
  const denied = deniedOf(event, type, worked);
  if (denied) event.decision = 'forbid';
  else if (worked === true && CHECKS.test(type)) event.decision = 'allow';
  event.reason = errorOf(event) ?? event.reason;
  event.severity = severityOf(type, denied, worked);
  event.message = cut(sentence(event, type, worked));
}

function told(event: LogEvent, key: string): string | null {
  const value = event.attributes?.[key];
  return value === undefined ? null : String(value);
}

function readCommand(event: LogEvent): void {
  if (told(event, 'argc') === null && told(event, 'cmd') === null) return;
  const words: string[] = [];
  for (let place = 0; place < ARGUMENTS_MAX; place++) {
    const word = event.attributes?.[`a${place}`];
    if (word !== undefined) words.push(String(word));
  }
  event.setAttribute('command', cut(words.join(' ')) || told(event, 'cmd'));
}

/** The file that was treated, rather than the folder that it is in. */
function readMainPath(event: LogEvent): void {
  let parent: string | null = null;
  for (let item = 0; item < PATHS_MAX; item++) {
    const name = told(event, `path.${item}`);
    if (name === null) continue;
    if (told(event, `path.${item}.nametype`) !== 'PARENT') {
      event.name = name;
      return;
    }
    parent ??= name;
  }
  event.name ??= parent;
}

function readSides(event: LogEvent): void {
  const syscall = told(event, 'syscall');
  if (syscall === null || event.dstIp === null || !ACCEPTING.has(syscall)) return;
  event.srcIp ??= event.dstIp;
  event.srcPort ??= event.dstPort;
  event.dstIp = null;
  event.dstPort = null;
}

/** Who logged in and did it; who is let in; else as whom it ran. */
function whoOf(event: LogEvent, type: string): string | null {
  const login = told(event, 'auid.name');
  if (login !== null) return login;
  const account = told(event, 'acct');
  if (account !== null && type !== 'USER_CMD') return account;
  const auid = told(event, 'auid');
  if (auid !== null && auid !== 'unset') return auid === '0' ? 'root' : auid;
  // Who knocks is not the program that opens.
  if (/^(?:USER_(?:AUTH|LOGIN|ERR|ACCT)|CRED_)/.test(type)) return null;
  const name = told(event, 'uid.name');
  if (name !== null) return name;
  const uid = told(event, 'uid');
  return uid === '0' ? 'root' : uid === 'unset' ? null : uid;
}

function outcomeOf(event: LogEvent): boolean | null {
  const word = told(event, 'res') ?? told(event, 'result') ?? told(event, 'success');
  if (word === 'success' || word === 'yes' || word === '1') return true;
  return word === 'failed' || word === 'no' || word === '0' || word === 'fail' ? false : null;
}

function deniedOf(event: LogEvent, type: string, worked: boolean | null): boolean {
  if (type === 'AVC' || type === 'USER_AVC') {
    // Where SELinux is permissive, it tells what it would have refused.
    if (told(event, 'permissive') === '1') return false;
    return told(event, 'apparmor') === 'DENIED' || /^avc: denied\b/.test(told(event, 'audit.text') ?? '');
  }
  if (worked === false && CHECKS.test(type)) return true;
  const exit = told(event, 'exit');
  return worked === false && (exit === '-13' || exit === '-1' || exit === 'EACCES' || exit === 'EPERM');
}

function errorOf(event: LogEvent): string | null {
  if (told(event, 'success') !== 'no') return null;
  return auditErrorName(Number(told(event, 'exit') ?? '0'));
}

function severityOf(type: string, denied: boolean, worked: boolean | null): Severity {
  if (type === 'ANOM_ABEND' || type === 'DAEMON_ABORT' || (type === 'DAEMON_START' && worked === false)) return 'error';
  if (denied || type.startsWith('ANOM_') || type === 'SECCOMP' || type === 'SELINUX_ERR') return 'warning';
  if (type === 'CONFIG_CHANGE' || type === 'DAEMON_END' || type.startsWith('MAC_')) return 'notice';
  return worked === false && !CALLS.has(type) ? 'warning' : 'info';
}

function sentence(event: LogEvent, type: string, worked: boolean | null): string {
  const outcome = worked === false ? `: ${event.reason ?? 'failed'}` : '';
  const program = told(event, 'exe') ?? told(event, 'comm');
  const command = told(event, 'command');
  const syscall = told(event, 'syscall');
  if (auditTypeRank(type) === 4) return `${type} ${remark(event, program)}${outcome}`.trim();
  if (command !== null) return `${event.user ?? 'someone'} ran ${command}${outcome}`;
  if (syscall !== null) return joined([event.user, program, syscall, object(event)]) + outcome;
  return joined([type, object(event), told(event, 'cwd'), told(event, 'proctitle')]);
}

/** What a record of its own says, in its own words. */
function remark(event: LogEvent, program: string | null): string {
  const operation = told(event, 'op') ?? told(event, 'operation');
  return joined([
    told(event, 'audit.text'),
    told(event, 'apparmor'),
    operation,
    told(event, 'acct') ?? event.user,
    event.unit,
    told(event, 'command') ?? object(event) ?? told(event, 'data'),
    event.srcIp === null ? null : `from ${event.srcIp}`,
    program === null ? null : `by ${program}`,
  ]);
}

/** What it was done to: a file, another machine, a socket. */
function object(event: LogEvent): string | null {
  if (event.dstIp !== null) return event.dstPort === null ? event.dstIp : `${event.dstIp} port ${event.dstPort}`;
  return event.name ?? told(event, 'socket.path');
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}
