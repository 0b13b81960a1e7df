/** Short names of the days of the week, as machines of Europe and America print them, without the dot. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'mon tue wed thu fri sat sun mo di mi do fr sa so lun mar mer jeu ven sam dim mié jue vie sáb dom ' +
    'gio sab seg ter qua qui sex ma wo vr za zo'
  ).split(' '),
);
const LENGTH_MAX = 5;

/** Whether the word is a day's short name, in any case, with or without a dot behind. */
export function isDayName(word: string): boolean {
  if (word.length > LENGTH_MAX) return false;
  return NAMES.has((word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase());
}
