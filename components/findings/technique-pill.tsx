'use client';

import { X } from 'lucide-react';
import { MATRIX_OF, techniqueOf } from '@/lib/attack';

interface TechniquePillProps {
  /** Of ATT&CK or of Microsoft's matrix, as the address has it. */
  id: string;
  onRemove: () => void;
}

/** That only findings of one technique are shown, until it is taken away. */
export function TechniquePill({ id, onRemove }: TechniquePillProps) {
  const name = nameOf(id);
  return (
    <span className="inline-flex h-[34px] min-w-0 items-center gap-2 rounded-lg border border-line bg-accent-soft pr-1 pl-3">
      <span className="min-w-0 truncate" title={name ?? undefined}>
        <span className="font-mono text-xs">{id}</span>
        {name === null ? null : <span className="ml-2 text-dim max-xl:hidden">{name}</span>}
      </span>
      <button
        type="button"
        aria-label={`Show findings of all techniques, not only of ${id}`}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-md text-dim hover:bg-raise hover:text-text"
      >
        <X size={14} aria-hidden />
      </button>
    </span>
  );
}

function nameOf(id: string): string | null {
  const threats = MATRIX_OF.microsoft.tactics.flatMap(({ cells }) => cells);
  return techniqueOf(id)?.name ?? threats.find((threat) => threat.id === id.toUpperCase())?.name ?? null;
}
