'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, linkButton, Popover, TextInput } from '@/components/ui';
import { FACET_FIELDS, fieldLabel } from './facets-of-type';

interface AddFacetProps {
  shown: readonly string[];
  onAdd: (field: string) => void;
  onReset: () => void;
}

/** Adds a field to the facets: one of the catalogue, or any attribute by its name. */
export function AddFacet({ shown, onAdd, onReset }: AddFacetProps) {
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const fields = FACET_FIELDS.filter((field) => !shown.includes(field)).filter(
    (field) => field.includes(wanted) || fieldLabel(field).toLowerCase().includes(wanted),
  );
  const add = (field: string) => {
    onAdd(field);
    setOpen(false);
    setSearch('');
  };
  return (
    <div className="mt-3 flex gap-1">
      <Popover
        label="Add a facet"
        open={open}
        onOpenChange={setOpen}
        className="w-64 p-2"
        trigger={
          <button type="button" className={linkButton('ghost', 'small', '-ml-1')}>
            <Plus size={14} aria-hidden /> Add a facet
          </button>
        }
      >
        <TextInput
          autoFocus
          aria-label="Find a field"
          placeholder="Find a field, or name any attribute"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            const first = fields[0] ?? search.trim();
            if (event.key === 'Enter' && first !== '') add(first);
          }}
        />
        <ul className="mt-1 max-h-64 overflow-y-auto">
          {fields.map((field) => (
            <li key={field}>
              <FieldButton label={fieldLabel(field)} name={field} onClick={() => add(field)} />
            </li>
          ))}
          {fields.length === 0 && wanted !== '' ? (
            <li>
              <FieldButton label="Attribute" name={search.trim()} onClick={() => add(search.trim())} />
            </li>
          ) : null}
        </ul>
      </Popover>
      <Button look="ghost" size="small" onClick={onReset}>
        Reset
      </Button>
    </div>
  );
}

function FieldButton({ label, name, onClick }: { label: string; name: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex w-full items-baseline justify-between gap-3 rounded px-2 py-1 text-left hover:bg-raise"
    >
      <span className="truncate">{label}</span>
      <span className="truncate font-mono text-2xs text-faint">{name}</span>
    </button>
  );
}
