import type { LogEvent, LogType } from '@/lib/events';
import {
  type Format,
  type JsonObject,
  NOT_MINE,
  OBJECT_FORMATS,
  plainObject,
  plainText,
  READ,
  type ReadContext,
  Several,
  TEXT_FORMATS,
  type TextFormat,
  textCandidates,
} from '@/lib/formats';
import { forcedStep, NOTHING, type Step } from './forced-pass';
import { hasManyValues } from './many-values';

/** Envelopes within envelopes; deeper content is kept as text. */
const LAYERS_MAX = 6;
const OPEN_BRACE = 0x7b;

/** What the passes over one piece of text made of it. */
export interface Passed {
  /** The formats that read it, outermost first; empty when none did. */
  readonly layers: readonly Format[];
  /** What the outermost envelope held; null when there is no envelope. */
  readonly content: string | null;
  /** Content that no format read; null when it was read to the core. */
  readonly rest: string | null;
  /** What the innermost layer held, if several records; the event is what the layers told, to be copied for each. */
  readonly several?: readonly (string | JsonObject)[];
}

/**
 * Reads text layer by layer: an envelope's content is offered to all formats again. The format that read the layer before
 * is asked first, since a file rarely changes its format.
 */
export class Passes {
  private readonly last: (TextFormat | undefined)[] = [];

  /** Names of the formats asked first, for a checkpoint. */
  remembered(): (string | null)[] {
    return Array.from(this.last, (format) => format?.name ?? null);
  }

  restore(names: readonly (string | null)[]): void {
    for (const [depth, name] of names.entries()) {
      this.last[depth] = TEXT_FORMATS.find((format) => format.name === name);
    }
  }

  /** Reads as `read` does; a fault in one format costs no more than its record, which is kept as `text` with the reason. */
  attempt(record: string | JsonObject, text: string, event: LogEvent, context: ReadContext, depth = 0): Passed {
    try {
      return this.read(record, event, context, depth);
    } catch (error) {
      event.unparsed = `reading this failed: ${error instanceof Error ? error.message : String(error)}`;
      return { layers: [], content: null, rest: text };
    }
  }

  /** Reads from `depth` on: 0 is a line of the file, 1 the content of an envelope. Stops where a partial record waits for more. */
  read(record: string | JsonObject, event: LogEvent, context: ReadContext, depth = 0): Passed {
    const layers: Format[] = [];
    let content: string | null = null;
    let rest = record;
    // What an envelope says of severity (a journal calls all of a program's output `info`) gives way to its content's.
    let said = takeSeverity(event);
    for (let layer = depth; layer < LAYERS_MAX; layer += 1) {
      const step: Step =
        forcedStep(rest, parseObject, event, context, layer) ??
        (typeof rest === 'string' ? this.text(rest, event, context, layer) : object(rest, event, context));
      if (step.format === null) break;
      layers.push(step.format);
      if (step.reading === READ || step.reading === NOT_MINE) {
        event.severity ??= said;
        return { layers, content, rest: null };
      }
      if (step.reading instanceof Several) {
        event.severity ??= said;
        return { layers, content, rest: null, several: step.reading.contents };
      }
      said = takeSeverity(event) ?? said;
      // Content that was escaped inside an object may hold what the line itself did not.
      rest = typeof step.reading === 'string' ? plainText(step.reading) : step.reading;
      if (layers.length === 1 && typeof rest === 'string') content = rest;
      if (context.partial) break;
    }
    event.severity ??= said;
    return { layers, content, rest: typeof rest === 'string' ? rest : JSON.stringify(rest) };
  }

  /**
   * Reads each of the records that another one held, down to those that hold none; `take` is called for every event, in
   * order. Layers count from the outermost.
   */
  spread(outer: Passed, event: LogEvent, context: ReadContext, take: (event: LogEvent, passed: Passed) => void): void {
    const { several, layers } = outer;
    if (several === undefined || several.length === 0 || layers.length >= LAYERS_MAX) {
      take(event, outer);
      return;
    }
    for (const content of several) {
      const own = event.copy();
      const inner = this.attempt(content, typeof content === 'string' ? content : '', own, context, layers.length);
      this.spread({ ...inner, layers: [...layers, ...inner.layers] }, own, context, take);
    }
  }

  private text(content: string, event: LogEvent, context: ReadContext, depth: number): Step {
    if (content.charCodeAt(0) === OPEN_BRACE) {
      const parsed = parseObject(content);
      if (parsed !== null) return object(parsed, event, context);
    }
    const last = this.last[depth];
    if (last !== undefined) {
      const reading = last.read(content, event, context);
      if (reading !== NOT_MINE) return { format: last, reading };
    }
    for (const format of textCandidates(content, event.component)) {
      if (format === last) continue;
      const reading = format.read(content, event, context);
      if (reading === NOT_MINE) continue;
      // A generic format would hold on to a file in which it read one odd line.
      if (format.generic !== true) this.last[depth] = format;
      return { format, reading };
    }
    return NOTHING;
  }
}

function takeSeverity(event: LogEvent): LogEvent['severity'] {
  const { severity } = event;
  event.severity = null;
  return severity;
}

/** Offers an object to all object formats, in the registry's order. */
function object(value: JsonObject, event: LogEvent, context: ReadContext): Step {
  for (const format of OBJECT_FORMATS) {
    const reading = format.read(value, event, context);
    if (reading !== NOT_MINE) return { format, reading };
  }
  return NOTHING;
}

/** The object that a text is; null when it is anything else, or too much to be taken apart. */
export function parseObject(text: string): JsonObject | null {
  if (hasManyValues(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return null;
    return text.includes('\\u00') ? plainObject(value) : value;
  } catch {
    return null;
  }
}

/** `JSON.parse` and the YAML reader give nothing but JSON values, so an object of theirs is a JSON object. */
function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names an event by what read it and gives unread content its message; the innermost format that implies a type decides it. */
export function label(event: LogEvent, layers: readonly Format[], rest: string | null): LogType | null {
  const format = layers.at(-1);
  event.format = format?.name ?? 'plain';
  if (layers.length > 1) event.envelope = envelopeName(layers);
  if (rest !== null) event.message = plainText(rest);
  if (event.type !== null) return event.type;
  for (let depth = layers.length - 1; depth >= 0; depth -= 1) {
    const type = layers[depth]?.type ?? null;
    if (type !== null) return type;
  }
  return null;
}

function envelopeName(layers: readonly Format[]): string {
  return layers.length === 2
    ? (layers[0]?.name ?? '')
    : layers
        .slice(0, -1)
        .map((layer) => layer.name)
        .join('/');
}
