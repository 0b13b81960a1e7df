const VALUE_MAX = 80;
/** The longest that a rule's own words, or its query in words, may be within a reason. */
export const WORDS_MAX = 400;

export function titleOf(title: string, values: readonly string[]): string {
  return values.length === 0 ? title : `${title}: ${values.map((value) => shortened(value, VALUE_MAX)).join(', ')}`;
}

export function shortened(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`;
}

export function countOf(events: number): string {
  return events === 1 ? 'one event' : `${events.toLocaleString('en-US')} events`;
}

/** The range of a finding, its end exclusive: questions know milliseconds only. Microseconds. */
export function wholeMilliseconds(first: number, last: number): { readonly from: number; readonly to: number } {
  return { from: Math.floor(first / 1000) * 1000, to: Math.floor(last / 1000) * 1000 + 1000 };
}
