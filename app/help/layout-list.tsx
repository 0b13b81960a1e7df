import { visibleLine } from '@/components/text';
import { LAYOUTS, type LayoutExample } from '@/lib/layouts';
import { ARCHIVE_TITLES } from './archive-titles';
import { specificationOf } from './specification';
import { SpecificationText } from './specification-text';

/** What a file's place tells about everything in it, from the layouts' own examples. */
export function LayoutList() {
  return (
    <div className="grid gap-4">
      <p className="max-w-[70ch] text-dim">
        Archives are opened, also within each other. They are known by their first bytes, whatever their names.
      </p>
      <ul aria-label="Archives" className="flex flex-wrap gap-2">
        {ARCHIVE_TITLES.map((title) => (
          <li key={title} className="rounded-md border border-line bg-panel px-2 py-0.5">
            {title}
          </li>
        ))}
      </ul>
      <p className="max-w-[70ch] text-dim">
        The path of a file tells which cluster, node, namespace, pod or container wrote it, in these folders:
      </p>
      <ul aria-label="Layouts of folders" className="divide-y divide-line rounded-lg border border-line bg-panel">
        {LAYOUTS.map((layout) => {
          const example = layout.examples.find((each) => each.identity !== null);
          return (
            <li key={layout.name} className="px-3 py-2">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-medium">{layout.title}</span>
                <span className="text-xs text-faint">
                  <SpecificationText parts={specificationOf(layout.source)} />
                </span>
              </p>
              {example === undefined ? null : <Example example={example} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Example({ example }: { example: LayoutExample }) {
  const told = Object.entries(example.identity ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return (
    <>
      <p className="font-mono text-xs text-dim [overflow-wrap:anywhere]">{visibleLine(example.path)}</p>
      <p className="flex flex-wrap gap-x-4 text-xs">
        {told.map(([name, value]) => (
          <span key={name}>
            <span className="text-faint">{name}</span> {visibleLine(String(value))}
          </span>
        ))}
      </p>
    </>
  );
}
