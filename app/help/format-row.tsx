import { ChevronRight } from 'lucide-react';
import { visibleLine, visibleText } from '@/components/text';
import type { FormatEntry } from './format-groups';
import { SpecificationText } from './specification-text';

const EXAMPLES_MAX = 4;

/** The place of a format on the page. */
export function formatAnchor(name: string): string {
  return `format-${name}`;
}

interface FormatRowProps {
  format: FormatEntry;
  open: boolean;
  onToggle: (open: boolean) => void;
}

/** A format in one line: its title, its name in queries, how a record of it looks. All else when it is opened. */
export function FormatRow({ format, open, onToggle }: FormatRowProps) {
  const { name, title, examples } = format;
  return (
    <li id={formatAnchor(name)} data-format={name} className="scroll-mt-4">
      <details open={open} onToggle={(event) => onToggle(event.currentTarget.open)} className="group">
        <summary className="grid cursor-pointer list-none grid-cols-[14px_minmax(0,230px)_minmax(0,1fr)] items-center gap-x-2 px-3 py-1.5 hover:bg-hover">
          <ChevronRight size={14} className="text-faint transition-transform group-open:rotate-90" aria-hidden />
          <span className="truncate font-medium" title={title}>
            {title}
          </span>
          <span className="truncate font-mono text-xs text-faint group-open:invisible">
            {visibleLine((examples[0] ?? '').slice(0, 160).replaceAll('\t', ' '))}
          </span>
        </summary>
        <Details format={format} />
      </details>
    </li>
  );
}

function Details({ format }: { format: FormatEntry }) {
  const { name, about, fields, specification, examples } = format;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5 pt-0.5 pr-3 pb-3 pl-9">
      <p className="max-w-[75ch] text-dim">{about}</p>
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-1 text-xs">
        <dt className="text-faint">Query</dt>
        <dd className="font-mono">format:{name}</dd>
        <dt className="text-faint">Fields</dt>
        <dd data-fields className="font-mono text-dim [overflow-wrap:anywhere]">
          {fields.join(', ')}
        </dd>
        <dt className="text-faint">Specification</dt>
        <dd className="text-dim">
          <SpecificationText parts={specification} />
        </dd>
      </dl>
      <ul aria-label={`Examples of ${name}`} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        {examples.slice(0, EXAMPLES_MAX).map((example) => (
          <li key={example}>
            <pre className="overflow-x-auto rounded-md border border-line/60 bg-bg px-2.5 py-1.5 font-mono text-xs">
              {visibleText(example)}
            </pre>
          </li>
        ))}
      </ul>
    </div>
  );
}
