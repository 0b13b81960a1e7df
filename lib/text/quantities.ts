const COUNT = new Intl.NumberFormat('en');
const BYTE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** 1234567 as `1,234,567`. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** `1 file`, `2 files`: a count with its noun. */
export function formatCounted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Bytes in units of 1024, three figures at most: `312 B`, `4.02 MB`, `81.5 GB`. */
export function formatBytes(bytes: number): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  // 1,000 KB would be four figures: the next unit starts there, with 0.98.
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${value.toFixed(digits)} ${BYTE_UNITS[unit]}`;
}

/** Bytes a second; an em dash while nothing is known. */
export function formatSpeed(bytesPerSecond: number | null): string {
  return bytesPerSecond === null ? '—' : `${formatBytes(bytesPerSecond)}/s`;
}

/** A stretch of time in its two largest units: `850 ms`, `12 s`, `3 min 20 s`, `5 h 02 min`, `12 d 4 h`. */
export function formatDuration(seconds: number): string {
  if (seconds < 0.9995) return `${Math.round(Math.max(0, seconds) * 1000)} ms`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${pad(whole % 60)} s`;
  if (whole < 86_400) return `${Math.floor(whole / 3600)} h ${pad(Math.floor((whole % 3600) / 60))} min`;
  return `${Math.floor(whole / 86_400)} d ${Math.floor((whole % 86_400) / 3600)} h`;
}

/** A share of 0 to 1. What is not nothing never reads `0 %`, what is not all never reads `100 %`. */
export function formatShare(share: number): string {
  if (share <= 0) return '0 %';
  if (share >= 1) return '100 %';
  if (share < 0.001) return '< 0.1 %';
  if (share > 0.999) return '> 99.9 %';
  return `${(share * 100).toFixed(share < 0.1 || share > 0.99 ? 1 : 0)} %`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
