import { visibleLine } from '@/components/text';
import { LAYOUTS, type LayoutExample } from '@/lib/layouts';

/** What a file's place tells about everything in it, from the layouts' own examples. */
export function LayoutList() {
  return (
    <div className="grid gap-4">
      <p className="max-w-[70ch] text-dim">
        Archives are opened, also within each other: tar, gzip, xz, bzip2, Zstandard, LZMA, zip and 7z. The path of a
        file tells which cluster, node, namespace, pod or container wrote it.
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-panel">
        {LAYOUTS.map((layout) => {
          const example = layout.examples.find((each) => each.identity !== null);
          return (
            <li key={layout.name} className="px-3 py-2">
              <p className="font-medium">{layout.title}</p>
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
