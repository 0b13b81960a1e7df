'use client';

import { ChevronDown } from 'lucide-react';
import { Menu, MenuChoice, MenuChoices, MenuLabel } from '@/components/ui';
import type { LogType } from '@/lib/events';
import { facetsOfType, fieldLabel } from './facets-of-type';

interface BreakdownMenuProps {
  by: string | null;
  type: LogType | null;
  onChange: (by: string | null) => void;
}

const NOTHING = '(nothing)';

/** What the bars of the active lanes are stacked by. */
export function BreakdownMenu({ by, type, onChange }: BreakdownMenuProps) {
  const fields = [...new Set(['severity', ...facetsOfType(type), ...(by === null ? [] : [by])])];
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={by === null ? 'Stack the bars by a field' : `Bars are stacked by ${fieldLabel(by)}`}
          className="flex items-center gap-1 justify-self-start rounded text-2xs text-faint hover:text-text"
        >
          <span className="max-w-24 truncate">{by === null ? 'stack by' : `by ${fieldLabel(by).toLowerCase()}`}</span>
          <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuLabel>Stack the bars by</MenuLabel>
      <MenuChoices value={by ?? NOTHING} onValueChange={(value) => onChange(value === NOTHING ? null : value)}>
        <MenuChoice value={NOTHING}>Nothing</MenuChoice>
        {fields.map((field) => (
          <MenuChoice key={field} value={field}>
            {fieldLabel(field)}
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  );
}
