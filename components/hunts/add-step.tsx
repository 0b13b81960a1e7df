'use client';

import { Plus } from 'lucide-react';
import { Button, Kbd, Menu, MenuItem } from '@/components/ui';
import type { HuntStep } from '@/lib/interface';
import { STEP_KIND_NAMES, STEP_KINDS } from './step-kinds';

/** Between two steps: a line that offers to put one there. */
export function AddBetween({ place, onAdd }: { place: number; onAdd: (step: HuntStep) => void }) {
  return (
    <div className="group flex h-5 items-center gap-2 opacity-0 transition-opacity focus-within:opacity-100 hover:opacity-100 has-data-[state=open]:opacity-100">
      <span className="h-px flex-1 bg-line-strong" />
      <Menu
        align="center"
        trigger={
          <button
            type="button"
            aria-label={`Add a step before step ${place}`}
            className="grid size-5 place-items-center rounded-full border bg-panel text-faint hover:text-text"
          >
            <Plus size={12} aria-hidden />
          </button>
        }
      >
        {STEP_KIND_NAMES.map((kind) => {
          const { word, Icon, make } = STEP_KINDS[kind];
          return (
            <MenuItem key={kind} onSelect={() => onAdd(make())}>
              <Icon size={14} aria-hidden className="text-faint" /> {word}
            </MenuItem>
          );
        })}
      </Menu>
      <span className="h-px flex-1 bg-line-strong" />
    </div>
  );
}

/** Below the last step: all kinds at once. */
export function AddAtEnd({ first, onAdd }: { first: boolean; onAdd: (step: HuntStep) => void }) {
  return (
    <div className="flex flex-wrap items-center gap-2 pt-2">
      <span className="text-xs text-faint">{first ? 'Begin with' : 'Add'}</span>
      {STEP_KIND_NAMES.map((kind) => {
        const { word, Icon, make } = STEP_KINDS[kind];
        return (
          <Button key={kind} size="small" onClick={() => onAdd(make())}>
            <Icon size={13} aria-hidden /> {word}
          </Button>
        );
      })}
      {first ? (
        <span className="text-xs text-faint">
          or in the explorer: <Kbd>h</Kbd> adds its query here, <Kbd>e</Kbd> pins an event
        </span>
      ) : null}
    </div>
  );
}
