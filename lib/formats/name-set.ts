import type { Json } from './format';
import { ATTRIBUTE_LENGTH_MAX, cut } from './json-value';

const NAMES_MAX = 64;

/** Different texts in the order in which they came, for one attribute; more than fit into it are left out. */
export class NameSet {
  private readonly names = new Set<string>();
  private length = 0;

  /** Adds a value that is a text which says something; any other is passed over. */
  add(value: Json | undefined): void {
    if (typeof value !== 'string' || value === '' || this.names.size >= NAMES_MAX) return;
    if (this.length > ATTRIBUTE_LENGTH_MAX || this.names.has(value)) return;
    const name = cut(value);
    this.names.add(name);
    this.length += name.length + 1;
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** All of them, with commas between; null when there is none. */
  joined(): string | null {
    return this.names.size === 0 ? null : cut([...this.names].join(','));
  }

  /** The only one; null when there are none or several. */
  single(): string | null {
    const [first] = this.names;
    return this.names.size === 1 ? (first ?? null) : null;
  }
}
