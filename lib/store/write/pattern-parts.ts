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

/** A part of a growing segment that says a pattern, still to be stored. */
interface NewPatternPart {
  readonly id: number;
  readonly shape: Shape;
}

/** The patterns of a segment that grows: their parts are stored as they are needed. */
export class GrowingPatternParts {
  private readonly parts = new PatternParts((shape) => this.add(shape));
  private added: NewPatternPart[] = [];
  private readonly known = new Map<number, string>();

  /** `last`: the highest number of a part that the segment has; 0 for none. */
  constructor(private last: number) {}

  /** The number of the part that says the pattern of a shape; null for what has no pattern. */
  partOf(shape: Shape | null): number | null {
    return this.parts.partOf(shape);
  }

  /** By the number of a part that was stored: the id of the pattern that it says. */
  get names(): ReadonlyMap<number, string> {
    return this.known;
  }

  name(part: number, id: string): void {
    this.known.set(part, id);
  }

  /** The parts that were numbered since the last call and are still to be stored. */
  takeNew(): readonly NewPatternPart[] {
    return this.added.splice(0);
  }

  private add(shape: Shape): number {
    this.last += 1;
    this.added.push({ id: this.last, shape });
    return this.last;
  }
}
