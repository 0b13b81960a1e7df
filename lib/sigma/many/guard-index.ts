import type { QueryableEvent } from '@/lib/query';
import type { Guard } from './guard';
import { PieceSearch } from './piece-search';

/** Finds which of many guards an event passes, without looking at each. Guards are known by their places. */
export class GuardIndex {
  /** Guards that every event passes. */
  private readonly open: number[] = [];
  private readonly values = new Map<string, Map<string, number[]>>();
  private readonly present = new Map<string, number[]>();
  private readonly searches = new Map<string | null, PieceSearch>();
  /** Fields that are looked at. */
  private readonly fields: ReadonlySet<string>;
  /** Which event each guard was told for last: none is told twice. */
  private readonly told: Uint32Array;
  private event = 0;

  constructor(guards: readonly (Guard | null)[]) {
    this.told = new Uint32Array(guards.length);
    const pieces = new Map<string | null, [string, number][]>();
    for (const [number, guard] of guards.entries()) {
      if (guard === null) this.open.push(number);
      for (const part of guard ?? []) {
        if (part.kind === 'piece') listIn(pieces, part.field).push([part.text, number]);
        else if (part.kind === 'present') listIn(this.present, part.field).push(number);
        else listIn(mapIn(this.values, part.field), part.text).push(number);
      }
    }
    for (const [field, list] of pieces) this.searches.set(field, new PieceSearch(list));
    const named = [...pieces.keys()].filter((field) => field !== null);
    this.fields = new Set([...this.values.keys(), ...this.present.keys(), ...named]);
  }

  /** The places of the guards that an event passes, in no order. `textOf` gives its fields. */
  passed(event: QueryableEvent, textOf: (name: string) => string | null): number[] {
    this.event += 1;
    const passed = [...this.open];
    const tell = (number: number): void => {
      if (this.told[number] === this.event) return;
      this.told[number] = this.event;
      passed.push(number);
    };
    this.searches.get(null)?.find(event.text.toLowerCase(), tell);
    for (const field of this.fields) {
      const value = textOf(field)?.toLowerCase();
      if (value === undefined) continue;
      for (const number of this.present.get(field) ?? NONE) tell(number);
      for (const number of this.values.get(field)?.get(value) ?? NONE) tell(number);
      this.searches.get(field)?.find(value, tell);
    }
    return passed;
  }
}

const NONE: readonly number[] = [];

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const list: V[] = [];
  map.set(key, list);
  return list;
}

function mapIn<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const inner = new Map<L, V>();
  map.set(key, inner);
  return inner;
}
