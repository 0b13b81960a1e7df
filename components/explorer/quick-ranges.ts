/** A range in one click. `from`/`to` as the address takes them. */
export interface QuickRange {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

const LENGTHS = [
  { label: '15 minutes', milliseconds: 900_000, relative: 'now-15m' },
  { label: 'hour', milliseconds: 3_600_000, relative: 'now-1h' },
  { label: '6 hours', milliseconds: 21_600_000, relative: 'now-6h' },
  { label: '24 hours', milliseconds: 86_400_000, relative: 'now-24h' },
  { label: '7 days', milliseconds: 604_800_000, relative: 'now-7d' },
] as const;

/** The last stretches before now: for logs that still come in. */
export function rangesBeforeNow(): readonly QuickRange[] {
  return LENGTHS.map(({ label, relative }) => ({ label: `Last ${label}`, from: relative, to: null }));
}

/** The last stretches of the data itself, which may have ended long ago; those longer than it are left out. */
export function rangesOfData(from: number, to: number): readonly QuickRange[] {
  return LENGTHS.filter(({ milliseconds }) => milliseconds < to - from).map(({ label, milliseconds }) => ({
    label: `Last ${label}`,
    from: new Date(to - milliseconds).toISOString(),
    to: null,
  }));
}
