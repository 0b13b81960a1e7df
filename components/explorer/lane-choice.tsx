'use client';

import { classNames } from '@/components/ui';
import { LOG_TYPES, type LogType } from '@/lib/events';
import { TYPE_LABELS } from './type-labels';

interface LaneChoiceProps {
  label: string;
  chosen: readonly LogType[];
  onChange: (types: LogType[]) => void;
}

/** The lanes to look at; none chosen means all. */
export function LaneChoice({ label: name, chosen, onChange }: LaneChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn
    <div role="group" aria-label={name} className="flex overflow-hidden rounded-lg border">
      {LOG_TYPES.map((type) => {
        const { label, color } = TYPE_LABELS[type];
        const pressed = chosen.includes(type);
        return (
          <button
            key={type}
            type="button"
            aria-pressed={pressed}
            onClick={() => onChange(pressed ? chosen.filter((each) => each !== type) : [...chosen, type])}
            className={classNames(
              'flex h-8 items-center gap-1.5 border-l px-2.5 text-dim whitespace-nowrap first:border-l-0 hover:bg-raise hover:text-text focus-visible:-outline-offset-2',
              pressed && 'bg-raise font-medium text-text',
            )}
          >
            <span className="size-2 rounded-xs" style={{ background: color }} />
            {label}
          </button>
        );
      })}
    </div>
  );
}
