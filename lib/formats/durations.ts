const MILLISECONDS: ReadonlyMap<string, number> = new Map([
  ['ns', 0.000_001],
  ['us', 0.001],
  ['µs', 0.001],
  ['μs', 0.001],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

const PART = /(\d{1,15}(?:\.\d{0,15})?)(ns|us|µs|μs|ms|s|m|h)/y;

/** Milliseconds of a Go duration (`1.5s`, `331.678µs`, `1m2s`; time.Duration.String); null when it is none. */
export function parseDuration(text: string): number | null {
  if (text.length > 40) return null;
  let total = 0;
  let at = 0;
  while (at < text.length) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    const unit = MILLISECONDS.get(part?.[2] ?? '');
    if (part === null || unit === undefined) return null;
    total += Number(part[1]) * unit;
    at = PART.lastIndex;
  }
  return at === 0 ? null : Number(total.toFixed(6));
}
