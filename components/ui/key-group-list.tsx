import { Kbd } from './kbd';

/** Keys that work in the same place, and what each does; `–` between two keys stands for those between them. */
export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly (readonly [keys: readonly string[], does: string])[];
}

/** Lists of keys with what they do. */
export function KeyGroupList({ groups }: { groups: readonly KeyGroup[] }) {
  return (
    <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {groups.map(({ title, keys }) => (
        <section key={title}>
          <h3 className="mb-1.5 text-2xs text-faint">{title}</h3>
          <dl className="grid grid-cols-[92px_1fr] gap-y-1.5">
            {keys.map(([names, does]) => (
              <div key={does} className="contents">
                <dt className="flex items-center gap-1">
                  {names.map((name) => (name === '–' ? <span key={name}>–</span> : <Kbd key={name}>{name}</Kbd>))}
                </dt>
                <dd className="text-dim">{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
