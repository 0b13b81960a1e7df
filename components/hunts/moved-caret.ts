/**
 * Where a place in a text is after somebody else changed the text elsewhere: what is before the change stays, what is behind
 * it moves along, and what was in it goes to its end.
 */
export function movedCaret(before: string, after: string, place: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (place <= start) return place;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1;
  }
  const fromEnd = before.length - place;
  return fromEnd <= end ? after.length - fromEnd : after.length - end;
}
