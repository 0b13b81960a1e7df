const NAMED_MAX = 4;

/** `a, b, c, d and 3 more`. */
export function listed(names: Iterable<string>, max = NAMED_MAX): string {
  const all = [...new Set(names)];
  if (all.length <= max) return all.join(', ');
  return `${all.slice(0, max).join(', ')} and ${all.length - max} more`;
}

/** `one request`, `1,204 requests`, `6 processes`. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `one ${noun}`;
  return `${count.toLocaleString('en-US')} ${noun}${noun.endsWith('s') ? 'es' : 's'}`;
}

/** A length of history: `6.5 days`, `9 hours`. */
export function lengthOf(seconds: number): string {
  const hours = seconds / 3600;
  if (hours < 48) return `${Math.round(hours)} ${Math.round(hours) === 1 ? 'hour' : 'hours'}`;
  return `${Number((hours / 24).toFixed(1))} days`;
}
