'use client';

import { useZone } from '@/components/time';
import { Tooltip } from '@/components/ui';

/** Shows the zone of every time on the page and switches between UTC and local. */
export function ZoneSwitch() {
  const [zone, setZone] = useZone();
  const next = zone === 'utc' ? 'local' : 'utc';
  const label = zone === 'utc' ? 'Times are in UTC: show local time' : 'Times are local: show UTC';
  return (
    <Tooltip label={label} side="right">
      <button
        type="button"
        aria-label={label}
        onClick={() => setZone(next)}
        className="grid h-[34px] w-[40px] shrink-0 place-items-center rounded-lg font-mono text-2xs text-dim transition-colors hover:bg-raise hover:text-text"
      >
        {zone === 'utc' ? 'UTC' : 'local'}
      </button>
    </Tooltip>
  );
}
