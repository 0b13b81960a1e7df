'use client';

import { Check, ChevronDown } from 'lucide-react';
import { TYPE_LABELS } from '@/components/explorer';
import { linkButton, Menu, MenuItem } from '@/components/ui';
import { LOG_TYPES, type LogType } from '@/lib/events';

interface LaneMenuProps {
  /** None chosen means all. */
  types: readonly LogType[];
  onChange: (types: readonly LogType[]) => void;
}

/** The lanes that a query is about. */
export function LaneMenu({ types, onChange }: LaneMenuProps) {
  const [only] = types;
  const word =
    types.length === 0 ? 'All lanes' : types.length === 1 && only ? TYPE_LABELS[only].label : `${types.length} lanes`;
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" aria-label={`Lanes: ${word}`} className={linkButton()}>
          {types.map((type) => (
            <span key={type} className="size-2 rounded-xs" style={{ background: TYPE_LABELS[type].color }} />
          ))}
          {word}
          <ChevronDown size={13} aria-hidden className="text-faint" />
        </button>
      }
    >
      {LOG_TYPES.map((type) => {
        const chosen = types.includes(type);
        return (
          <MenuItem
            key={type}
            role="menuitemcheckbox"
            aria-checked={chosen}
            onSelect={(event) => {
              // More than one can be chosen: it stays open.
              event.preventDefault();
              onChange(
                chosen
                  ? types.filter((each) => each !== type)
                  : LOG_TYPES.filter((each) => each === type || types.includes(each)),
              );
            }}
          >
            <span className="grid w-4 place-items-center">{chosen ? <Check size={14} aria-hidden /> : null}</span>
            <span className="size-2 rounded-xs" style={{ background: TYPE_LABELS[type].color }} />
            {TYPE_LABELS[type].label}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
