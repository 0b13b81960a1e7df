/** The candidates that a mistyped word may have meant, nearest first: at most two slips away, or begun alike. */
export function nearestTo(word: string, candidates: readonly string[], most = 3): string[] {
  const typed = word.toLowerCase().slice(0, 40);
  return candidates
    .map((candidate) => ({ candidate, slips: slipsBetween(typed, candidate.toLowerCase().slice(0, 40)) }))
    .filter(({ candidate, slips }) => {
      const begunAlike = typed.length >= 3 && (candidate.startsWith(typed) || typed.startsWith(candidate));
      return begunAlike || slips <= Math.min(2, Math.floor(typed.length / 2));
    })
    .sort((one, other) => one.slips - other.slips)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Levenshtein's distance; neighbours swapped count as one slip. */
function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let slips = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      next.push(slips);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

/** ` (did you mean a or b?)`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearestTo(word, candidates);
  return near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`;
}
