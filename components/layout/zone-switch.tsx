'use client';

import { useZone, zoneLabel } from '@/components/time';
import { Tooltip } from '@/components/ui';

const LABELS: ReadonlyMap<string, string> = new Map([
  ['utc', 'Times are in UTC: show local time'],
  ['local', 'Times are local: show UTC'],
]);

/** Shows the zone of every time on the page and switches between UTC and local. */
export function ZoneSwitch() {
  const [zone, setZone] = useZone();
  const next = zone === 'local' ? 'utc' : 'local';
  const label = LABELS.get(zone) ?? `Times are those of ${zone}: show local time`;
  return (
    <Tooltip label={label} side="right">
      <button
        type="button"
        aria-label={label}
        onClick={() => setZone(next)}
        className="grid h-[34px] w-[40px] shrink-0 place-items-center rounded-lg font-mono text-2xs text-dim transition-colors hover:bg-raise hover:text-text"
      >
        {zone === 'utc' ? 'UTC' : zone === 'local' ? 'local' : zoneLabel(zone, Date.now()).replace('UTC', '')}
      </button>
    </Tooltip>
  );
}
