/** As many of the ids of techniques as `room` characters hold, at least the first, and how many more there are. */
export function techniquesShown(techniques: readonly string[], room: number): string {
  const all = techniques.join(' ');
  if (all.length <= room) return all;
  const fitting = techniques.findLastIndex((_id, place) => shownUpTo(techniques, place).length <= room);
  return shownUpTo(techniques, Math.max(0, fitting));
}

function shownUpTo(techniques: readonly string[], last: number): string {
  const more = techniques.length - last - 1;
  return [...techniques.slice(0, last + 1), ...(more > 0 ? [`+${more}`] : [])].join(' ');
}
