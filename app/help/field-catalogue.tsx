import { FIELDS, type FieldGroup } from '@/lib/events';
import { QUERY_FIELDS, type QueryField } from '@/lib/query';

const GROUPS: readonly { group: FieldGroup | 'event'; title: string }[] = [
  { group: 'event', title: 'The event itself' },
  { group: 'place', title: 'Where it happened' },
  { group: 'request', title: 'Who did what, and whether it worked' },
  { group: 'network', title: 'Who talked to whom' },
  { group: 'record', title: 'The record' },
];

const GROUP_OF: ReadonlyMap<string, FieldGroup> = new Map(FIELDS.map((field) => [field.name, field.group]));

export function FieldCatalogue() {
  return (
    <div className="grid gap-6">
      <p className="max-w-[70ch] text-dim">
        These fields are the same for all five types. Any other field of an event can be named too, as it is written in
        the event. The names in small print mean the same field.
      </p>
      {GROUPS.map(({ group, title }) => (
        <div key={group}>
          <h3 className="mb-1.5 font-medium">{title}</h3>
          <dl className="divide-y divide-line rounded-lg border border-line bg-panel">
            {QUERY_FIELDS.filter((field) => (GROUP_OF.get(field.name) ?? 'event') === group).map((field) => (
              <FieldRow key={field.name} field={field} />
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}

function FieldRow({ field }: { field: QueryField }) {
  return (
    <div className="grid grid-cols-[140px_minmax(0,1fr)] gap-x-4 px-3 py-1.5">
      <dt className="font-mono text-xs leading-[19px]">{field.name}</dt>
      <dd className="[overflow-wrap:anywhere]">
        <span className="text-dim">{field.about}</span>
        {field.aliases.length === 0 ? null : (
          <span className="block font-mono text-2xs text-faint">{field.aliases.join('  ')}</span>
        )}
      </dd>
    </div>
  );
}
