import type { Trackway } from './prepare-lanes';

/** The line at the time of the open event. */
export function EventMark({ trackway, time }: { trackway: Trackway; time: string }) {
  const share = (Date.parse(time) - trackway.from) / (trackway.to - trackway.from);
  if (!(share >= 0 && share <= 1)) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded-full bg-accent"
      style={{ left: `${share * 100}%` }}
    />
  );
}
