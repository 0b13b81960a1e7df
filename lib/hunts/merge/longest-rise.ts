/**
 * The places of a longest run of numbers that rise from left to right, gaps allowed (patience sorting: n log n).
 * Of [3, 1, 2] those of 1 and 2.
 */
export function longestRise(numbers: readonly number[]): number[] {
  // For each length, the place of the smallest number that a run of it can end with.
  const ends: number[] = [];
  const before: number[] = [];
  for (const [place, number] of numbers.entries()) {
    const length = firstNotBelow(ends, number, numbers);
    before.push(ends[length - 1] ?? -1);
    ends[length] = place;
  }
  const run: number[] = [];
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) run.push(place);
  return run.reverse();
}

function firstNotBelow(ends: readonly number[], number: number, numbers: readonly number[]): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
