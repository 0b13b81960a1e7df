import type { Attribute, LogEvent } from '@/lib/events';
import { auditSentence } from './audit-request';

/** The order in which a request goes through its stages; the last two are its end. */
const STAGES = ['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic'] as const;
const FIRST_END = 2;
const ATTRIBUTES_MAX = 64;

/** What a later stage knows better, or for the first time. */
const PROPERTIES = [
  'user',
  'verb',
  'resource',
  'subresource',
  'apiGroup',
  'name',
  'namespace',
  'pod',
  'container',
  'decision',
  'reason',
  'status',
  'userAgent',
  'path',
  'srcIp',
  'image',
  'severity',
] as const;

/**
 * Marks an event as a stage of its request. Only an id joins stages; who asked for what is part of the key because ids that
 * somebody made up (in tests, in exports that were cut down) stand on many requests.
 */
export function setStage(event: LogEvent, auditId: string | null, stage: string | null): void {
  if (auditId === null || stage === null) return;
  const place = placeOf(stage);
  if (place < 0) return;
  const { verb, user, srcIp, path } = event;
  event.joinKey = `${auditId.slice(0, 128)} ${verb} ${srcIp} ${user?.slice(0, 256)} ${path?.slice(0, 512)}`;
  event.joinEnds = place >= FIRST_END;
}

/** Whether a record is a further stage of the request: no request goes through a stage twice. */
export function isFurtherStage(whole: LogEvent, part: LogEvent): boolean {
  const stage = String(part.attributes?.stage ?? '');
  return !knownStages(whole).includes(stage);
}

/**
 * Puts a further stage of a request into its event: outcome and severity of the last, the time of the first, and the
 * milliseconds between them.
 */
export function joinStages(whole: LogEvent, part: LogEvent): void {
  const later = placeOf(part.attributes?.stage) >= placeOf(whole.attributes?.stage);
  const stages = stagesOf(whole, part);
  for (const name of PROPERTIES) takeProperty(whole, part, name, later);
  joinTimes(whole, part);
  joinAttributes(whole, part, later);
  whole.setAttribute('stages', stages);
  whole.message = auditSentence(whole);
}

function placeOf(stage: Attribute | undefined): number {
  // `indexOf` takes none but the names themselves.
  return (STAGES as readonly (Attribute | undefined)[]).indexOf(stage);
}

function stagesOf(whole: LogEvent, part: LogEvent): string {
  const known = knownStages(whole);
  const stage = String(part.attributes?.stage ?? '');
  return STAGES.filter((name) => name === stage || known.includes(name)).join(',');
}

function knownStages(event: LogEvent): readonly string[] {
  return String(event.attributes?.stages ?? event.attributes?.stage ?? '').split(',');
}

function takeProperty<Name extends (typeof PROPERTIES)[number]>(
  whole: LogEvent,
  part: LogEvent,
  name: Name,
  later: boolean,
): void {
  const value = part[name];
  if (value !== null && (later || whole[name] === null)) whole[name] = value;
}

function joinTimes(whole: LogEvent, part: LogEvent): void {
  if (part.time === null) return;
  if (whole.time === null) {
    whole.time = part.time;
    whole.timeGuess = part.timeGuess;
    whole.durationMs = part.durationMs;
    return;
  }
  const between = Math.abs(part.time - whole.time) / 1000;
  if (part.time < whole.time) {
    whole.time = part.time;
    whole.timeGuess = part.timeGuess;
  }
  whole.durationMs = Math.max(whole.durationMs ?? 0, part.durationMs ?? 0, between);
}

/** Hostile records may all have the same id; their attributes must not add up without end. */
function joinAttributes(whole: LogEvent, part: LogEvent, later: boolean): void {
  const { attributes } = part;
  if (attributes === null) return;
  let count = Object.keys(whole.attributes ?? {}).length;
  for (const name of Object.keys(attributes)) {
    const known = whole.attributes?.[name] !== undefined;
    if (known ? !later : count >= ATTRIBUTES_MAX) continue;
    if (!known) count += 1;
    whole.setAttribute(name, attributes[name]);
  }
}
