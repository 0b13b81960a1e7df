import type { LaneBar } from './prepare-lanes';

/** A path of bars in one colour, in a box of one unit a bar wide and one unit high (y grows downward). */
export interface BarPath {
  /** The value that the colour stands for; null when the lane is not broken down. */
  readonly value: string | null;
  readonly path: string;
}

const GAP = 0.14;

/** A lane's bars as a few paths, one a colour: a thousand bars are five elements. */
export function barPaths(bars: readonly LaneBar[], values: readonly string[]): readonly BarPath[] {
  if (values.length === 0 || bars.every((bar) => bar.slices.length === 0)) {
    return [{ value: null, path: bars.map((bar, index) => box(index, 0, bar.height)).join('') }];
  }
  const paths = new Map<string, string[]>(values.map((value) => [value, []]));
  bars.forEach((bar, index) => {
    let bottom = 0;
    for (const slice of bar.slices) {
      const height = (bar.height * slice.count) / Math.max(1, bar.total);
      paths.get(slice.value)?.push(box(index, bottom, height));
      bottom += height;
    }
  });
  return [...paths].map(([value, boxes]) => ({ value, path: boxes.join('') }));
}

function box(index: number, bottom: number, height: number): string {
  if (height <= 0) return '';
  const top = 1 - bottom - height;
  return `M${short(index + GAP / 2)} ${short(top)}h${short(1 - GAP)}v${short(height)}h-${short(1 - GAP)}z`;
}

function short(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
