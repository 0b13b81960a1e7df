import { Generations } from './generations';
import { Shape, skeletonOf } from './shape';
import { SkeletonScanner } from './skeleton';
import { Variants } from './variants';

/** Shapes that are kept in mind, at least; a shape that was forgotten is found again by its text. */
const SHAPES_KEPT = 8192;
/** Skeletons with a word taken out, of which a shape has as many as words. */
const FAMILIES_KEPT = 32_768;

/**
 * Finds the pattern of each line: what programs say again and again of different things. Lines of one skeleton are of one
 * pattern; so are those that differ in one word for which many words were met. One setting for all logs.
 *
 * After He et al., "Drain" (ICWS 2017), in what it wants, not in how: there is no tree and no similarity, so that a line of a
 * known shape costs a scan and one look into a map.
 */
export class PatternMiner {
  private readonly scanner = new SkeletonScanner();
  private readonly shapes: Generations<number, Shape[]>;
  private readonly variants: Variants;
  private lastLine = '';
  private lastShape: Shape | null = null;

  constructor(shapes = SHAPES_KEPT, families = FAMILIES_KEPT) {
    this.shapes = new Generations(shapes);
    this.variants = new Variants(
      families,
      (skeleton) => this.find(skeleton),
      (skeleton) => this.find(skeleton) ?? this.keep(new Shape(skeleton)),
    );
  }

  /** The shape of a line. Which pattern it belongs to may change as more lines are seen: ask it when all are. */
  shapeOf(line: string): Shape {
    if (line === this.lastLine && this.lastShape !== null) return this.lastShape;
    this.scanner.scan(line);
    const shape = this.scanned() ?? this.add(new Shape(this.scanner.skeleton.toString()));
    this.lastLine = line;
    this.lastShape = shape;
    return shape;
  }

  /** Takes in a pattern that was found earlier, or by somebody else. */
  learn(id: string, text: string): void {
    const skeleton = skeletonOf(text);
    const shape = this.find(skeleton) ?? this.add(new Shape(skeleton));
    const { pattern } = shape;
    if (pattern.id !== null) return;
    pattern.id = id;
    pattern.storedText = text;
  }

  private add(shape: Shape): Shape {
    this.keep(shape);
    this.variants.add(shape);
    return shape;
  }

  private keep(shape: Shape): Shape {
    const hash = hashOfText(shape.skeleton);
    const others = this.shapes.get(hash) ?? [];
    this.shapes.set(hash, [...others, shape]);
    return shape;
  }

  private find(skeleton: string): Shape | undefined {
    return this.shapes.get(hashOfText(skeleton))?.find((shape) => shape.skeleton === skeleton);
  }

  /** The known shape of what was scanned last, without making a text of it. */
  private scanned(): Shape | undefined {
    const { codes, length } = this.scanner.skeleton;
    let one = SEED;
    let other = SEED;
    for (let at = 0; at < length; at += 1) {
      const code = codes[at] ?? 0;
      one = Math.imul(one ^ code, PRIME);
      other = Math.imul(other + code, OTHER_PRIME);
    }
    const shapes = this.shapes.get(mixed(one, other));
    if (shapes === undefined) return undefined;
    for (const shape of shapes) if (isSame(shape.skeleton, codes, length)) return shape;
    return undefined;
  }
}

// FNV-1a with its offset and prime for 32 bits, and the same with a multiplier of MurmurHash3.
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const OTHER_PRIME = 0x85ebca6b | 0;

/** A whole number of 53 bits. */
function mixed(one: number, other: number): number {
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}

function hashOfText(skeleton: string): number {
  let one = SEED;
  let other = SEED;
  for (let at = 0; at < skeleton.length; at += 1) {
    const code = skeleton.charCodeAt(at);
    one = Math.imul(one ^ code, PRIME);
    other = Math.imul(other + code, OTHER_PRIME);
  }
  return mixed(one, other);
}

function isSame(skeleton: string, codes: Uint16Array, length: number): boolean {
  if (skeleton.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (skeleton.charCodeAt(at) !== codes[at]) return false;
  return true;
}
