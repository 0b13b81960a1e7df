import { type ColumnValue, SameTexts } from '@/lib/columns';
import type { GlobalDictionary } from './global-dictionary';

const REFUSED = 1;
const ACCEPTED = 2;

/**
 * Answers a test for values of a dictionary: each that a segment holds is asked once, however many segments hold it. A dictionary knows
 * the values of all segments, so asking those of others would make a question about a few events cost what one about all does.
 */
export class TestedValues {
  /** By the dictionary's numbers; 0 for values that were not asked yet. */
  private answers = new Uint8Array(0);
  readonly none: 0 | 1;

  constructor(
    private readonly dictionary: GlobalDictionary,
    private readonly accepts: (value: ColumnValue | null) => boolean,
  ) {
    this.none = accepts(null) ? 1 : 0;
  }

  /** By code, 1 where the value is accepted; `numbers` are the values behind the codes from 1 on. */
  ofCodes(numbers: Uint32Array): Uint8Array {
    this.answers = widened(this.answers, this.dictionary.size);
    const accepted = new Uint8Array(numbers.length + 1);
    accepted[0] = this.none;
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      if ((this.answers[number] || this.ask(number)) === ACCEPTED) accepted[index + 1] = 1;
    }
    return accepted;
  }

  private ask(number: number): number {
    const answer = this.accepts(this.dictionary.values[number] ?? null) ? ACCEPTED : REFUSED;
    this.answers[number] = answer;
    return answer;
  }
}

/** What two columns have in common: numbers that only the same texts share, each value that a segment holds looked at once. */
export class SharedTexts {
  private readonly same: SameTexts;
  /** By the numbers of a dictionary; 0 for values that were not looked at yet. */
  private readonly known = new Map<GlobalDictionary, Uint32Array>();

  constructor(cased: boolean) {
    this.same = new SameTexts(cased);
  }

  /** By code; 0 for none. `numbers` are the values behind the codes from 1 on. */
  ofCodes(dictionary: GlobalDictionary, numbers: Uint32Array): Uint32Array {
    const known = widened(this.known.get(dictionary) ?? new Uint32Array(0), dictionary.size);
    this.known.set(dictionary, known);
    const ofCodes = new Uint32Array(numbers.length + 1);
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      known[number] ||= this.same.classOf(dictionary.values[number] ?? '');
      ofCodes[index + 1] = known[number] ?? 0;
    }
    return ofCodes;
  }
}

/** The same list when it is long enough, else a longer one that begins with it. */
function widened<List extends Uint8Array | Uint32Array>(list: List, length: number): List;
function widened(list: Uint8Array | Uint32Array, length: number): Uint8Array | Uint32Array {
  if (list.length >= length) return list;
  const wider = list instanceof Uint8Array ? new Uint8Array(length) : new Uint32Array(length);
  wider.set(list);
  return wider;
}
