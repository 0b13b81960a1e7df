import { FIELDS, LOG_TYPES, type LogType } from '@/lib/events';
import { type Format, OBJECT_FORMATS, TEXT_FORMATS } from '@/lib/formats';
import { type SpecificationPart, specificationOf } from './specification';

/** What the help page tells of a format. */
export interface FormatEntry {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** What the records are: lines or JSON objects. */
  readonly reads: Format['reads'];
  readonly specification: readonly SpecificationPart[];
  /** Names of fields that its examples give: those of the catalogue, then its own. */
  readonly fields: readonly string[];
  readonly examples: readonly string[];
}

export interface FormatGroup {
  readonly id: LogType | 'envelope' | 'any';
  readonly entries: readonly FormatEntry[];
}

const FORMATS: readonly Format[] = [...TEXT_FORMATS, ...OBJECT_FORMATS];
/** Names of fields by the property of an event, in the order of the catalogue. */
const CATALOGUE: ReadonlyMap<string, string> = new Map([
  ...['time', 'severity', 'message'].map((name): [string, string] => [name, name]),
  ...FIELDS.map(({ property, name }): [string, string] => [property, name]),
]);

/** All formats: by the type that they imply, envelopes of any type, and those whose type the place of the file decides. */
export const FORMAT_GROUPS: readonly FormatGroup[] = [...LOG_TYPES, 'any' as const, 'envelope' as const].map((id) => ({
  id,
  entries: FORMATS.filter((format) => groupOf(format) === id).map(entryOf),
}));

function groupOf({ type, envelope }: Format): FormatGroup['id'] {
  return type ?? (envelope === true ? 'envelope' : 'any');
}

function entryOf(format: Format): FormatEntry {
  const read = format.examples.filter(({ event }) => event !== null);
  return {
    name: format.name,
    title: format.title,
    about: format.about,
    reads: format.reads,
    specification: specificationOf(format.source),
    fields: fieldsOf(read.map(({ event }) => event ?? {})),
    examples: read.map(({ text }) => text),
  };
}

function fieldsOf(events: readonly Readonly<Record<string, unknown>>[]): string[] {
  const given = new Set(events.flatMap((event) => Object.keys(event).filter((name) => isGiven(event[name]))));
  const own = new Set(
    events.flatMap(({ attributes }) =>
      typeof attributes === 'object' && attributes !== null ? Object.keys(attributes) : [],
    ),
  );
  // Every format fills in a message or hands on content that has one.
  given.add('message');
  const named = [...CATALOGUE].filter(([property]) => given.has(property)).map(([, name]) => name);
  return [...named, ...[...own].sort()];
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}
