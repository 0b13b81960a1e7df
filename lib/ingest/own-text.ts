/** Slices shorter than this are copies of their characters anyway. */
const SLICE_MIN = 13;

/** A copy of a text that is kept for long: a slice would keep the whole block alive that it was cut from. */
export function ownText(text: string): string {
  return text.length < SLICE_MIN ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
