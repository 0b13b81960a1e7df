import type { LogEvent } from '@/lib/events';
import { compactJson } from './compact-json';
import type { Json, JsonObject } from './format';
import { addressOf, arrayOf, cut, integerOf, isObject, objectOf, textOf } from './json-value';

const ARGUMENTS_MAX = 16;

/**
 * The arguments of a probed function, each an object with one key that tells its type (events.proto, KprobeArgument): files
 * and sockets go to their fields, the others to attributes `arg0`, `arg1` … with `prefix` before. Answers them in short.
 */
export function readTetragonArguments(value: Json | undefined, prefix: string, event: LogEvent): string[] {
  const words: string[] = [];
  for (const [place, argument] of arrayOf(value).slice(0, ARGUMENTS_MAX).entries()) {
    if (!isObject(argument)) continue;
    const word = readArgument(argument, event);
    if (word === null) continue;
    event.setAttribute(`${prefix}arg${place}`, word);
    words.push(String(word));
  }
  return words;
}

/** What the argument says, and nothing for bytes that no person reads. */
function readArgument(argument: JsonObject, event: LogEvent): string | number | boolean | null {
  for (const type of Object.keys(argument)) {
    const value = argument[type];
    if (!type.endsWith('_arg') || value === undefined || value === null) continue;
    if (type === 'bytes_arg' || type === 'truncated_bytes_arg') return null;
    if (type === 'string_arg') return typeof value === 'string' ? cut(value) : null;
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value === 'string') return integerOf(value) ?? cut(value);
    const object = objectOf(value);
    if (object === null) return compactJson(value);
    return readObject(type, object, event);
  }
  return null;
}

function readObject(type: string, object: JsonObject, event: LogEvent): string {
  if (type === 'sock_arg' || type === 'skb_arg' || type === 'sockaddr_arg') return readSocket(object, event);
  const path = textOf(object.path) ?? textOf(object.name);
  if (path === null) return compactJson(object);
  if (type === 'file_arg' || type === 'path_arg' || type === 'linux_binprm_arg') event.name ??= cut(path);
  return cut(path);
}

function readSocket(object: JsonObject, event: LogEvent): string {
  const source = addressOf(object.saddr);
  const destination = addressOf(object.daddr) ?? addressOf(object.addr);
  const port = portOf(object.dport) ?? portOf(object.port);
  event.srcIp ??= source;
  event.srcPort ??= portOf(object.sport);
  event.dstIp ??= destination;
  event.dstPort ??= port;
  const protocol = /^IPPROTO_(\w{1,16})$/.exec(textOf(object.protocol) ?? '');
  if (protocol !== null) event.protocol ??= (protocol[1] ?? '').toLowerCase();
  if (destination === null) return compactJson(object);
  return port === null ? destination : `${destination}:${port}`;
}

function portOf(value: Json | undefined): number | null {
  const port = integerOf(value);
  return port !== null && port >= 0 && port <= 65_535 ? port : null;
}
