const NAME_LENGTH = 80;

/** A name in a sentence. */
export function quoted(text: string): string {
  const short = text.length > NAME_LENGTH ? `${text.slice(0, NAME_LENGTH - 1).toWellFormed()}…` : text;
  return `“${short}”`;
}

/** What became of a text that may be empty. */
export function wrote(what: string, before: string, after: string): string {
  if (before === '') return `wrote ${what}`;
  return after === '' ? `emptied ${what}` : `changed ${what}`;
}

/** `an event`, `3 events`. */
export function counted(count: number, what: string): string {
  if (count !== 1) return `${count} ${what}s`;
  return `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}`;
}
