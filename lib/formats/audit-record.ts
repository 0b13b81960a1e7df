import { FIELDS, type LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import { AuditFieldScanner, hexText } from './audit-fields';
import { socketAddress } from './audit-sockaddr';
import { architectureName, syscallName } from './audit-syscalls';
import { cut } from './json-value';
import { plainText } from './plain-text';

const ATTRIBUTES_MAX = 128;
const ARGUMENTS_MAX = 64;
const PATHS_MAX = 16;
const CALL_ARGUMENT = /^a[0-3]$/;

const fields = new AuditFieldScanner();

/** Fields that are texts of users or files: written in hexadecimal when they hold more than plain letters. */
const ENCODED = wordSet(
  'comm exe cwd name proctitle cmd acct key path dir watch file data vm new-disk old-disk device proc new-comm ' +
    'cgroup root_dir sw grp ocomm oexe',
);
/** Ids of nobody: the login id of what no one logged in for. */
const UNSET = wordSet('4294967295 -1 unset');
const IDS = wordSet('auid old-auid ses old-ses uid euid sauid oauid oses');
/** Names that the enriched format adds for numbers; the others say what the number says. */
const ENRICHED = wordSet('AUID UID EUID');
/** Numbers that are hexadecimal or bit masks, however they look. */
const NOT_NUMBERS = wordSet('arch syscall mode dev rdev fp fi fe fver inode perm sig_hex rights');
/** What is kept of a file beside its name: who may do what with it, and which file it is, whatever it is called later. */
const PATH_FIELDS = wordSet('mode ouid ogid inode dev rdev obj');
const PATH_NUMBERS = wordSet('ouid ogid inode');
/** What `rdev` says of a file that is no device. */
const NO_DEVICE = '00:00';
/** Names of fields that have a column, which an attribute must not hide behind. */
const COLUMNS: ReadonlySet<string> = new Set(FIELDS.flatMap((field) => [field.name, ...field.aliases]));

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Reads the fields of one audit record between `from` and `to` into the event. What is there already stays. */
export function readAuditFields(type: string, text: string, from: number, to: number, event: LogEvent): void {
  if (type === 'PATH') {
    readPath(text, from, to, event);
    return;
  }
  fields.start(text, from, to);
  let architecture = '';
  for (let left = ATTRIBUTES_MAX; left > 0 && fields.next(); left--) {
    const value = fieldValue(type);
    if (value === null) continue;
    if (fields.enriched) readEnriched(event, fields.key, value);
    else if (fields.key === 'arch') {
      architecture = value;
      fill(event, 'arch', architectureName(value));
    } else if (fields.key === 'syscall') fill(event, 'syscall', syscallName(architecture, value) ?? value);
    else readField(type, event, fields.key, value);
  }
  if (fields.words !== '') fill(event, 'audit.text', plainText(fields.words.replace(/(?: for|, sending|,)$/, '')));
}

/** The value at hand, decoded; null when it says nothing. */
function fieldValue(type: string): string | null {
  const { key, value, quoted } = fields;
  if (value === '' || value === '?' || value === '(null)' || value === '(none)') return null;
  if (quoted || value.startsWith('{')) return plainText(value);
  const encoded = ENCODED.has(key) || (type === 'EXECVE' && key.startsWith('a') && key !== 'argc' && !isLength(key));
  const text = encoded ? hexText(value) : null;
  if (text === null) return plainText(value);
  // Arguments are separated by NUL in a process title, several keys by SOH; on a terminal that is a key that was hit.
  const words = text.replace(/\0+$/, '').replaceAll('\0', ' ');
  return plainText(key === 'key' ? words.replaceAll('\u0001', ',') : words);
}

function isLength(key: string): boolean {
  return key.endsWith('_len');
}

function readField(type: string, event: LogEvent, key: string, value: string): void {
  if (type === 'EXECVE' && /^a\d{1,5}(?:\[\d{1,5}\])?$/.test(key)) {
    readArgument(event, key, value);
    return;
  }
  if (UNSET.has(value) && IDS.has(key)) {
    fill(event, key, 'unset');
    return;
  }
  switch (key) {
    case 'pid':
      event.pid = parseSmallCount(value) ?? event.pid;
      return;
    case 'addr':
      if (isAddress(value)) event.srcIp ??= value;
      return;
    case 'rport':
      event.srcPort ??= parsePort(value);
      return;
    case 'laddr':
      if (isAddress(value)) event.dstIp ??= value;
      return;
    case 'lport':
      event.dstPort ??= parsePort(value);
      return;
    case 'saddr':
      readSocket(event, value);
      return;
    case 'unit':
      event.unit = cut(value);
      return;
    case 'hostname':
      fill(event, 'rhost', value);
      return;
    case 'name':
    case 'path':
      event.name ??= cut(value);
      return;
    case 'reason':
      event.reason ??= cut(value);
      return;
    default:
      // The arguments of a call are addresses and flags; `a0` alone is what a program was started with.
      if (CALL_ARGUMENT.test(key)) {
        fill(event, `syscall.${key}`, value);
        return;
      }
      fill(event, key, fields.quoted || NOT_NUMBERS.has(key) ? value : numeric(value));
  }
}

function parsePort(value: string): number | null {
  const port = parseCount(value);
  return port !== null && port <= 65_535 ? port : null;
}

/** `a0` and so on; a long one comes in pieces, `a1[0]`, over several records. */
function readArgument(event: LogEvent, key: string, value: string): void {
  const bracket = key.indexOf('[');
  const name = bracket === -1 ? key : key.slice(0, bracket);
  if (Number(name.slice(1)) >= ARGUMENTS_MAX) return;
  const had = bracket === -1 ? undefined : event.attributes?.[name];
  event.setAttribute(name, cut(had === undefined ? value : `${had}${value}`));
}

function readSocket(event: LogEvent, value: string): void {
  const address = socketAddress(value);
  if (address === null) {
    fill(event, 'saddr', value);
    return;
  }
  fill(event, 'socket.family', address.family);
  fill(event, 'socket.path', address.path);
  event.dstIp ??= address.ip;
  event.dstPort ??= address.port;
}

/** `AUID="ann"` behind the numbers. A name that is a text in hexadecimal is a domain's. */
function readEnriched(event: LogEvent, key: string, value: string): void {
  if (!ENRICHED.has(key)) return;
  const name = fields.quoted ? value : (hexText(value) ?? value);
  if (!UNSET.has(name)) fill(event, `${key.toLowerCase()}.name`, plainText(name));
}

/** A file that the call was about: what it is called, how it was treated, and who may do what with it. */
function readPath(text: string, from: number, to: number, event: LogEvent): void {
  fields.start(text, from, to);
  let item = '0';
  let name: string | null = null;
  const told: [string, string][] = [];
  for (let left = 32; left > 0 && fields.next(); left--) {
    const value = fieldValue('PATH');
    if (value === null || fields.enriched) continue;
    if (fields.key === 'item') item = value;
    else if (fields.key === 'name') name = value;
    else if (fields.key === 'nametype' || fields.key === 'objtype') told.push(['nametype', value]);
    else if (isTold(fields.key, value)) told.push([fields.key, value]);
  }
  if (!/^\d{1,2}$/.test(item) || Number(item) >= PATHS_MAX) return;
  fill(event, `path.${item}`, name);
  for (const [key, value] of told) fill(event, `path.${item}.${key}`, PATH_NUMBERS.has(key) ? numeric(value) : value);
}

function isTold(key: string, value: string): boolean {
  return PATH_FIELDS.has(key) && !(key === 'rdev' && value === NO_DEVICE);
}

function numeric(value: string): string | number {
  return /^-?(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}

function fill(event: LogEvent, key: string, value: string | number | null): void {
  if (value === null || !/^[A-Za-z][\w.-]{0,47}$/.test(key)) return;
  const name = COLUMNS.has(key) ? `audit.${key}` : key;
  if (event.attributes?.[name] === undefined) event.setAttribute(name, typeof value === 'string' ? cut(value) : value);
}
