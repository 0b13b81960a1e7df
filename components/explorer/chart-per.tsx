'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { formatCount, visibleLine } from '@/components/text';
import { Menu, MenuChoice, MenuChoices, MenuLabel } from '@/components/ui';
import { useFacets } from './explorer-queries';
import { fieldLabel } from './facets-of-type';
import type { Selection } from './use-explorer-state';

interface ChartPerProps {
  field: string;
  /** Null: all of them. */
  value: string | null;
  selection: Selection;
  onChoose: (value: string | null) => void;
}

const SHOWN = 30;
const ALL = '';

/** Of whom a chart is: of all, or of one of the commonest values of a field. */
export function ChartPer({ field, value, selection, onChoose }: ChartPerProps) {
  const [open, setOpen] = useState(false);
  const { data } = useFacets(selection, [field], SHOWN, { enabled: open });
  const label = fieldLabel(field).toLowerCase();
  const facet = data?.fields[field];
  return (
    <Menu
      align="end"
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={value === null ? `Of every ${label}` : `Of ${label} ${visibleLine(value)}`}
          className="flex min-w-0 items-center gap-1 rounded text-2xs text-faint hover:text-text"
        >
          <span className="max-w-32 truncate">{value === null ? `every ${label}` : visibleLine(value)}</span>
          <ChevronDown size={12} aria-hidden className="shrink-0" />
        </button>
      }
    >
      <MenuLabel>
        {facet === undefined ? 'Counting …' : `Of one ${label}: the commonest of ${formatCount(facet.distinct)}`}
      </MenuLabel>
      <MenuChoices value={value ?? ALL} onValueChange={(chosen) => onChoose(chosen === ALL ? null : chosen)}>
        <MenuChoice value={ALL}>Every {label}</MenuChoice>
        {(facet?.values ?? []).map(({ value: each, count }) => (
          <MenuChoice key={String(each)} value={String(each)}>
            <span className="max-w-72 truncate font-mono text-xs">{visibleLine(String(each))}</span>
            <span className="ml-auto pl-4 text-2xs text-faint">{formatCount(count)}</span>
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  );
}
