/** What a hunter would look for: planted so rarely that a scan of everything is needed to find it without an index. */
export const NEEDLES = {
  /** An address that probes, carries off and is connected to: in all four kinds. */
  address: '198.51.100.77',
  /** A program that nobody else uses. */
  agent: 'podprobe/0.3',
  /** In the text of two container lines. */
  text: 'stratum+tcp://pool.moneta.example',
  /** A binding that gives everything away. */
  binding: 'helpdesk-superuser',
};

/**
 * Whether the event at this place carries the needle: `every` so many, always at the same places of a run of this length.
 * @param {number} index
 * @param {number} every
 */
export function isPlanted(index, every) {
  return index % every === Math.floor(every * 0.37);
}
