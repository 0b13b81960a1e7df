import { FIELDS } from '@/lib/events';
import type { EventAnswer } from '@/lib/interface';

export interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** What the value is measured in. */
  readonly unit?: string;
}

export interface FieldSection {
  readonly title: string;
  readonly fields: readonly ShownField[];
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['duration_ms', 'ms'],
  ['bytes', 'bytes'],
]);

const TITLES = { request: 'Request', network: 'Network', place: 'Place', record: 'Record' } as const;

/** An event's fields by what they tell about, in the catalogue's order; those without a column come last, by name. */
export function groupFields(event: EventAnswer): readonly FieldSection[] {
  const rest = new Map(Object.entries(event.fields));
  const take = (name: string, label: string): ShownField[] => {
    const value = rest.get(name);
    rest.delete(name);
    if (value === undefined) return [];
    const unit = UNITS.get(name);
    return [{ name, label, value: String(value), ...(unit === undefined ? {} : { unit }) }];
  };
  const sections = (['request', 'network', 'place', 'record'] as const).map((group) => ({
    title: TITLES[group],
    fields: FIELDS.filter((field) => field.group === group).flatMap((field) => take(field.name, field.label)),
  }));
  const attributes = [...rest].sort(([one], [other]) => (one < other ? -1 : 1));
  const further = {
    title: 'Further',
    fields: attributes.map(([name, value]) => ({ name, label: name, value: String(value) })),
  };
  return [...sections, further].filter((section) => section.fields.length > 0);
}
