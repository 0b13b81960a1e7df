import { TYPE_LABELS } from '@/components/explorer';
import { visibleText } from '@/components/text';
import { type Format, OBJECT_FORMATS, TEXT_FORMATS } from '@/lib/formats';

/** What is read, from the formats' own words and examples. */
export function FormatList() {
  return (
    <div className="grid gap-8">
      <p className="max-w-[70ch] text-dim">
        Nothing needs to be told: each line is offered to these formats in turn, and what is inside an envelope is read
        in a second pass. A line that none of them reads is kept as plain text, with the reason.
      </p>
      <Formats title="Lines of text" formats={TEXT_FORMATS} />
      <Formats title="JSON" formats={OBJECT_FORMATS} />
    </div>
  );
}

function Formats({ title, formats }: { title: string; formats: readonly Format[] }) {
  return (
    <div>
      <h3 className="mb-1.5 font-medium">{title}</h3>
      <ul className="divide-y divide-line rounded-lg border border-line bg-panel">
        {formats.map((format) => (
          <FormatItem key={format.name} format={format} />
        ))}
      </ul>
    </div>
  );
}

function FormatItem({ format }: { format: Format }) {
  const read = format.examples.filter((example) => example.event !== null);
  return (
    <li className="px-3 py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{format.title}</span>
        <span className="font-mono text-xs text-faint">{format.name}</span>
        {format.type === null ? null : (
          <span className="flex items-center gap-1.5 text-xs text-dim">
            <span className="size-2 rounded-[2px]" style={{ background: TYPE_LABELS[format.type].color }} aria-hidden />
            {TYPE_LABELS[format.type].label}
          </span>
        )}
      </p>
      <p className="max-w-[75ch] text-dim">{format.about}</p>
      {read.length === 0 ? null : (
        <details className="mt-1">
          <summary className="w-fit cursor-pointer rounded text-xs text-accent hover:underline">
            {read.length === 1 ? 'An example' : `${read.length} examples`}
          </summary>
          <ul className="mt-1.5 grid gap-1.5">
            {read.map((example) => (
              <li key={example.text}>
                <pre className="overflow-x-auto rounded-md bg-bg px-2.5 py-1.5 font-mono text-xs">
                  {visibleText(example.text)}
                </pre>
              </li>
            ))}
          </ul>
          <p className="mt-1.5 text-2xs text-faint [overflow-wrap:anywhere]">Grammar: {format.source}</p>
        </details>
      )}
    </li>
  );
}
