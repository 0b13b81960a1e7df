import { OTHER_LINES, type Shape } from '@/lib/patterns';

/** A segment tells so many shapes apart: more are made by whoever writes random words, and would bury all others. */
const SHAPES_MAX = 20_000;

/** Which part of a segment says the pattern of a shape. */
export class PatternParts {
  private readonly numbers = new Map<Shape, number>();

  /** `add` makes a part for a shape that the segment has not had, and answers its number. */
  constructor(private readonly add: (shape: Shape) => number) {}

  /** The number of the part; null for what has no pattern. */
  partOf(shape: Shape | null): number | null {
    if (shape === null) return null;
    const known = this.numbers.get(shape);
    if (known !== undefined) return known;
    const counted = this.numbers.size < SHAPES_MAX ? shape : OTHER_LINES;
    const number = this.numbers.get(counted) ?? this.add(counted);
    this.numbers.set(counted, number);
    return number;
  }
}
