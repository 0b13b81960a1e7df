import { classNames } from '@/components/ui';
import type { ExplorerState } from './use-explorer-state';

/** Whether the events are shown or what their messages have in common. */
export function ViewSwitch({ state: { patterns, actions } }: { state: ExplorerState }) {
  return (
    <div
      role="radiogroup"
      aria-label="Show"
      title="Events or patterns (p)"
      className="flex shrink-0 rounded-md bg-raise p-0.5"
    >
      <Choice label="Events" checked={patterns === null} onChoose={actions.showEvents} />
      <Choice label="Patterns" checked={patterns !== null} onChoose={() => actions.showPatterns('rare')} />
    </div>
  );
}

function Choice({ label, checked, onChoose }: { label: string; checked: boolean; onChoose: () => void }) {
  return (
    <label
      className={classNames(
        'cursor-pointer rounded px-2 py-px text-2xs text-dim hover:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent',
        checked && 'bg-panel font-semibold text-text shadow-xs',
      )}
    >
      <input type="radio" name="view" className="sr-only" checked={checked} onChange={onChoose} />
      {label}
    </label>
  );
}
