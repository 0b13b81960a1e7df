const SLOTS = 65_536;

/**
 * Picks from a list as users, pods and addresses are met in the wild: the first often, the later ones ever more rarely
 * (Zipf's law: the n-th with a weight of 1 / n^exponent). Every element is met at least now and then.
 * @template T
 * @param {readonly T[]} list
 * @param {number} exponent 0 is even; 1 is the usual skew of names and words
 * @returns {(random: import('./random.mjs').Random) => T}
 */
export function skewed(list, exponent) {
  const weights = list.map((_, index) => 1 / (index + 1) ** exponent);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const slots = new Uint32Array(SLOTS);
  let slot = 0;
  let reached = 0;
  for (const [index, weight] of weights.entries()) {
    reached += weight;
    const end = Math.max(slot + 1, Math.round((reached / sum) * SLOTS));
    while (slot < Math.min(end, SLOTS)) slots[slot++] = index;
  }
  return (random) => list[slots[random.bits() >>> 16]];
}
