'use client';

import { ArrowDown, ArrowUp, Columns3, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton, Popover, TextInput } from '@/components/ui';
import type { LogType } from '@/lib/events';
import { movedColumn } from './column-moves';
import { COLUMNS, type ColumnChoice, columnsOfType } from './columns';

interface ColumnPickerProps {
  choices: readonly ColumnChoice[];
  type: LogType | null;
  onChange: (choices: readonly ColumnChoice[]) => void;
}

/** Which columns the table has, and in which order. */
export function ColumnPicker({ choices, type, onChange }: ColumnPickerProps) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const others = [...COLUMNS.values()].filter(
    ({ id, label }) =>
      !choices.some((choice) => choice.id === id) && (id.includes(wanted) || label.toLowerCase().includes(wanted)),
  );
  return (
    <Popover
      label="Columns"
      align="end"
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label="Choose columns"
          title="Choose columns"
          className="grid size-[26px] place-items-center rounded-md text-faint hover:bg-raise hover:text-text"
        >
          <Columns3 size={15} aria-hidden />
        </button>
      }
    >
      <ul aria-label="Shown columns" className="mb-2">
        {choices.map(({ id }, index) => (
          <li key={id} className="group flex h-7 items-center rounded pl-2 hover:bg-raise">
            <span className="min-w-0 flex-1 truncate">{COLUMNS.get(id)?.label ?? id}</span>
            <IconButton
              label={`Move ${id} left`}
              size="small"
              disabled={index === 0}
              onClick={() => onChange(movedColumn(choices, id, index - 1))}
            >
              <ArrowUp size={13} aria-hidden />
            </IconButton>
            <IconButton
              label={`Move ${id} right`}
              size="small"
              disabled={index === choices.length - 1}
              onClick={() => onChange(movedColumn(choices, id, index + 1))}
            >
              <ArrowDown size={13} aria-hidden />
            </IconButton>
            <IconButton
              label={`Hide ${id}`}
              size="small"
              disabled={choices.length === 1}
              onClick={() => onChange(choices.filter((choice) => choice.id !== id))}
            >
              <X size={13} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <TextInput
        aria-label="Find a column"
        placeholder="Find a column"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul aria-label="Other columns" className="mt-1 h-52 overflow-y-auto">
        {others.map(({ id, label }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChange([...choices, { id, width: null }])}
              className="flex h-7 w-full items-center gap-2 rounded px-2 text-left hover:bg-raise"
            >
              <span className="flex-1 truncate">{label}</span>
              <span className="font-mono text-2xs text-faint">{id}</span>
              <Plus size={13} className="text-faint" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <Button size="small" className="mt-2 w-full" onClick={() => onChange(columnsOfType(type))}>
        Default columns
      </Button>
    </Popover>
  );
}
