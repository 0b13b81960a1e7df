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
  // What is not rare: a busy user, a busy address, a namespace, a word that many lines hold, and times.
  user: 'system:kube-controller-manager',
  commonAddress: '10.1.0.12',
  namespace: 'payments',
  word: 'request',
  regex: 'stratum.{0,60}moneta',
  day: { from: '2025-03-05T00:00:00Z', to: '2025-03-06T00:00:00Z' },
  middle: '2025-03-06T11:00:00Z',
};

/**
 * Whether the event at this place carries the needle: `every` so many, always at the same places of a run of this length.
 * @param {number} index
 * @param {number} every
 */
export function isPlanted(index, every) {
  return index % every === Math.floor(every * 0.37);
}
