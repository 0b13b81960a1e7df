import { CharacterClasses } from './character-classes';
import type { Instruction } from './program';
import type { CharacterRange, RegexPlace } from './regex';

/** Entries of the table of remembered steps; when they are used up, it is begun anew. */
const TABLE_MAX = 1 << 20;
const UNKNOWN = -1;
const MATCHED = -2;

/** Places of the program that were reached before a character is read, and what stood before it. */
interface State {
  readonly places: readonly number[];
  readonly atStart: boolean;
  readonly afterWord: boolean;
  readonly afterNewline: boolean;
}

const NEWLINE = 0x0a;
const START: State = { places: [0], atStart: true, afterWord: false, afterNewline: false };

/**
 * Follows all alternatives of a program at once, as sets of places; each set and where a character leads from it is worked
 * out once and remembered (a deterministic automaton, built as it is needed).
 */
export class LazyStates {
  private readonly classes: CharacterClasses;
  private readonly width: number;
  /** The classes of the first 128 characters. */
  private readonly ascii: Int32Array;
  private readonly statesMax: number;
  /** Whether it matters what was before a newline: states are not doubled for nothing. */
  private readonly looksAtLines: boolean;
  private states: State[] = [];
  private known = new Map<string, number>();
  private table = new Int32Array(0);

  constructor(private readonly program: readonly Instruction[]) {
    this.classes = new CharacterClasses(program);
    this.width = this.classes.count + 1;
    this.ascii = Int32Array.from({ length: 128 }, (_, code) => this.classes.of(code));
    this.looksAtLines = program.some((step) => step.kind === 'assert' && step.what === 'line-start');
    this.statesMax = Math.max(16, Math.floor(TABLE_MAX / this.width));
    this.forget();
  }

  match(text: string): boolean {
    const { classes } = this;
    const { length } = text;
    let state = 0;
    for (let at = 0; at < length; at += 1) {
      let code = text.charCodeAt(at);
      if (code >= 0xd800 && code < 0xdc00) {
        code = text.codePointAt(at) ?? code;
        if (code > 0xffff) at += 1;
      }
      state = this.next(state, classes.of(code));
      if (state === MATCHED) return true;
    }
    return this.next(state, classes.count) === MATCHED;
  }

  /** The same for a part of some bytes, each a character of its own; null when one of them is not ASCII. */
  matchAscii(bytes: Uint8Array, from: number, to: number): boolean | null {
    const { ascii } = this;
    let { table } = this;
    let state = 0;
    for (let at = from; at < to; at += 1) {
      // No look into these lists goes beyond their ends: this is the innermost loop of a search.
      const byte = bytes[at] as number;
      if (byte > 127) return null;
      const one = ascii[byte] as number;
      const next = table[state + one] as number;
      if (next >= 0) state = next;
      else {
        state = next === UNKNOWN ? this.step(state, one) : next;
        if (state === MATCHED) return true;
        table = this.table;
      }
    }
    return this.next(state, this.classes.count) === MATCHED;
  }

  private next(state: number, one: number): number {
    const next = this.table[state + one] ?? UNKNOWN;
    return next === UNKNOWN ? this.step(state, one) : next;
  }

  /** Works out where a class of characters, or the end, leads from a state, and remembers it. */
  private step(state: number, one: number): number {
    const from = this.states[state / this.width] ?? START;
    const code = one === this.classes.count ? null : this.classes.codeIn(one);
    const reached = this.reach(from, code);
    if (reached === null) {
      this.table[state + one] = MATCHED;
      return MATCHED;
    }
    const places = code === null ? [] : this.read(reached, code);
    const full = this.states.length >= this.statesMax;
    if (full) this.forget();
    const next = this.placeOf({
      places,
      atStart: false,
      afterWord: isWord(code),
      afterNewline: this.looksAtLines && code === NEWLINE,
    });
    if (!full) this.table[state + one] = next;
    return next;
  }

  /** The sets of characters that can be read next; null when the expression has matched. */
  private reach(state: State, code: number | null): number[] | null {
    const { places } = state;
    const seen = new Uint8Array(this.program.length);
    const sets: number[] = [];
    const pending = [...places];
    for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
      if (seen[place] === 1) continue;
      seen[place] = 1;
      const instruction = this.program[place];
      if (instruction === undefined || instruction.kind === 'match') return null;
      if (instruction.kind === 'set') sets.push(place);
      else if (instruction.kind === 'split') pending.push(instruction.first, instruction.second);
      else if (holdsAt(instruction.what, state, code)) pending.push(place + 1);
    }
    return sets;
  }

  private read(sets: readonly number[], code: number): number[] {
    // The expression may begin at any character.
    const places = new Set([0]);
    for (const place of sets) {
      const instruction = this.program[place];
      if (instruction?.kind === 'set' && contains(instruction.ranges, code) !== instruction.negated) {
        places.add(place + 1);
      }
    }
    return [...places].sort((one, other) => one - other);
  }

  /** Where the steps from a state begin in the table. */
  private placeOf(state: State): number {
    const key = `${state.atStart} ${state.afterWord} ${state.afterNewline} ${state.places.join(' ')}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const place = this.states.length * this.width;
    this.states.push(state);
    this.known.set(key, place);
    if (this.states.length * this.width > this.table.length) {
      const wider = new Int32Array(Math.max(this.table.length * 2, this.width * 16)).fill(UNKNOWN);
      wider.set(this.table);
      this.table = wider;
    }
    return place;
  }

  private forget(): void {
    this.states = [];
    this.known = new Map();
    this.table = new Int32Array(0);
    this.placeOf(START);
  }
}

/** Whether what is said of the place between two characters is so; `code` is the one behind it, null for none. */
function holdsAt(place: RegexPlace, { atStart, afterWord, afterNewline }: State, code: number | null): boolean {
  switch (place) {
    case 'start':
      return atStart;
    case 'end':
      return code === null;
    case 'line-start':
      return atStart || afterNewline;
    case 'line-end':
      return code === null || code === NEWLINE;
    case 'boundary':
      return afterWord !== isWord(code);
    case 'inside':
      return afterWord === isWord(code);
  }
}

function isWord(code: number | null): boolean {
  if (code === null) return false;
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || (code >= 0x61 && code <= 0x7a)
  );
}

function contains(ranges: readonly CharacterRange[], code: number): boolean {
  for (const [low, high] of ranges) if (code >= low && code <= high) return true;
  return false;
}
