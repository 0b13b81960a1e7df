/** Minutes east of UTC of zone abbreviations that mean one thing only; CST, IST and BST, say, mean several and are left out. */
const MINUTES: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['GMT', 0],
  ['WET', 0],
  ['WEST', 60],
  ['CET', 60],
  ['CEST', 120],
  ['EET', 120],
  ['EEST', 180],
  ['MSK', 180],
  ['JST', 540],
  ['KST', 540],
  ['EST', -300],
  ['EDT', -240],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
]);

/** Minutes east of UTC of an abbreviation or an offset (`+02`, `-0330`); null when it says nothing certain. */
export function zoneMinutes(name: string): number | null {
  const offset = /^([+-])(\d\d)(\d\d)?$/.exec(name);
  if (offset === null) return MINUTES.get(name) ?? null;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return offset[1] === '-' ? -minutes : minutes;
}
