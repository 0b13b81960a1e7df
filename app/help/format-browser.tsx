'use client';

import { useEffect, useState } from 'react';
import { TYPE_LABELS } from '@/components/explorer';
import { formatCount, formatCounted } from '@/components/text';
import { TextInput } from '@/components/ui';
import type { FormatEntry, FormatGroup } from './format-groups';
import { FormatRow, formatAnchor } from './format-row';

const OTHERS = {
  any: {
    label: 'Any type',
    about: 'Many kinds of programs write these: the pod, the unit or the folder decides the type.',
  },
  envelope: { label: 'Envelopes', about: 'What carries records of other formats; they are taken off first.' },
} as const;

/** All formats by type, with a box that narrows them down. */
export function FormatBrowser({ groups }: { groups: readonly FormatGroup[] }) {
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const all = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const shown = groups.map((group) => ({ ...group, entries: group.entries.filter((entry) => mentions(entry, text)) }));
  const count = shown.reduce((sum, { entries }) => sum + entries.length, 0);
  const setOpen = (name: string, open: boolean) =>
    setOpened((before) => {
      if (before.has(name) === open) return before;
      const next = new Set(before);
      if (open) next.add(name);
      else next.delete(name);
      return next;
    });
  useAnchoredFormat(groups, setOpened);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <TextInput
          type="search"
          aria-label="Search formats"
          placeholder="Search names, words, fields"
          className="w-72"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="text-dim" aria-live="polite">
          {count === all ? formatCounted(all, 'format') : `${formatCount(count)} of ${formatCounted(all, 'format')}`}
        </p>
        <nav aria-label="Groups of formats" className="flex flex-wrap gap-x-3 gap-y-1 text-xs">
          {shown
            .filter(({ entries }) => entries.length > 0)
            .map(({ id, entries }) => (
              <a key={id} href={`#formats-${id}`} className="flex items-center gap-1.5 text-dim hover:text-text">
                <Swatch id={id} />
                {labelOf(id)} <span className="text-faint">{entries.length}</span>
              </a>
            ))}
        </nav>
      </div>
      {count === 0 ? (
        <p role="status" className="rounded-lg border border-line bg-panel px-4 py-8 text-center text-dim">
          No format speaks of that. Its lines would be kept as plain text, and can be searched all the same.
        </p>
      ) : null}
      {shown
        .filter(({ entries }) => entries.length > 0)
        .map(({ id, entries }) => (
          <section key={id} id={`formats-${id}`} aria-labelledby={`formats-${id}-title`} className="scroll-mt-4">
            <h3 id={`formats-${id}-title`} className="mb-1.5 flex flex-wrap items-center gap-x-2 font-medium">
              <Swatch id={id} />
              {labelOf(id)}
              <span className="font-normal text-faint">{entries.length}</span>
              {id === 'any' || id === 'envelope' ? (
                <span className="font-normal text-dim">{OTHERS[id].about}</span>
              ) : null}
            </h3>
            <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-panel">
              {entries.map((format) => (
                <FormatRow
                  key={format.name}
                  format={format}
                  open={opened.has(format.name)}
                  onToggle={(open) => setOpen(format.name, open)}
                />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

/** Opens the format that the address names behind `#`. */
function useAnchoredFormat(groups: readonly FormatGroup[], setOpened: (opened: ReadonlySet<string>) => void): void {
  useEffect(() => {
    const open = () => {
      const entry = groups
        .flatMap(({ entries }) => entries)
        .find(({ name }) => `#${formatAnchor(name)}` === window.location.hash);
      if (entry !== undefined) setOpened(new Set([entry.name]));
    };
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [groups, setOpened]);
}

function labelOf(id: FormatGroup['id']): string {
  return id === 'any' || id === 'envelope' ? OTHERS[id].label : TYPE_LABELS[id].label;
}

function Swatch({ id }: { id: FormatGroup['id'] }) {
  const color = id === 'any' || id === 'envelope' ? 'var(--color-faint)' : TYPE_LABELS[id].color;
  return <span className="size-2 rounded-[2px]" style={{ background: color }} aria-hidden />;
}

/** Whether a format's name, words or fields hold every word of the search, in any case. */
function mentions({ name, title, about, fields, reads }: FormatEntry, text: string): boolean {
  const said = [name, title, about, reads === 'object' ? 'json' : 'text', ...fields].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
