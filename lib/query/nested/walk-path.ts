import { NESTED_LIMITS } from './limits';
import { objectIn, structureOf } from './record-json';

/** Whether a value that a path leads to is what is looked for. */
export type ValueTest = (value: unknown) => boolean;

/**
 * Whether a path leads to such a value in the JSON of a record. It begins at the record's object, or at one that is written
 * in a text of it (a collector's envelope). At a list it goes on in every item, or in the one whose number it names; a name
 * may hold dots; a text that is JSON is gone into.
 */
export function leadsTo(text: string, path: readonly string[], test: ValueTest): boolean {
  const root = objectIn(text);
  return root !== null && new PathWalk(path, test).beginsIn(root, 0, 0);
}

/** How far a path was followed. */
interface Place {
  /** The name that comes next. */
  readonly from: number;
  readonly depth: number;
  readonly texts: number;
}

class PathWalk {
  private steps = 0;

  constructor(
    private readonly path: readonly string[],
    private readonly test: ValueTest,
  ) {}

  /** Tries an object as the path's beginning, then those that stand in texts within it. */
  beginsIn(root: object, depth: number, texts: number): boolean {
    return this.follow(root, { from: 0, depth, texts }) || this.beginsWithin(root, depth, texts);
  }

  private beginsWithin(value: unknown, depth: number, texts: number): boolean {
    if (depth > NESTED_LIMITS.depth || !this.mayGoOn()) return false;
    if (typeof value === 'string') {
      const inner = texts < NESTED_LIMITS.texts ? structureOf(value) : null;
      return inner !== null && this.beginsIn(inner, depth + 1, texts + 1);
    }
    if (typeof value !== 'object' || value === null) return false;
    for (const part of Object.values(value)) if (this.beginsWithin(part, depth + 1, texts)) return true;
    return false;
  }

  /** Whether the rest of the path, from a name on, leads from a value to what is looked for. */
  private follow(value: unknown, place: Place): boolean {
    const { from, texts } = place;
    const depth = place.depth + 1;
    if (depth > NESTED_LIMITS.depth || !this.mayGoOn()) return false;
    if (Array.isArray(value)) return this.followItems(value, { from, depth, texts });
    if (from === this.path.length) return this.test(value);
    if (typeof value === 'string') {
      const inner = texts < NESTED_LIMITS.texts ? structureOf(value) : null;
      return inner !== null && this.follow(inner, { from, depth, texts: texts + 1 });
    }
    if (typeof value !== 'object' || value === null) return false;
    let name = '';
    for (let to = from; to < this.path.length; to += 1) {
      name = to === from ? (this.path[to] ?? '') : `${name}.${this.path[to] ?? ''}`;
      if (Object.hasOwn(value, name) && this.follow(Reflect.get(value, name), { from: to + 1, depth, texts })) {
        return true;
      }
    }
    return false;
  }

  private followItems(items: readonly unknown[], place: Place): boolean {
    const { from } = place;
    const name = this.path[from];
    if (name !== undefined && /^\d{1,9}$/.test(name) && Number(name) < items.length) {
      if (this.follow(items[Number(name)], { ...place, from: from + 1 })) return true;
    }
    if (from === this.path.length && items.length === 0) return this.test(items);
    return items.some((item) => this.follow(item, place));
  }

  private mayGoOn(): boolean {
    this.steps += 1;
    return this.steps <= NESTED_LIMITS.steps;
  }
}
