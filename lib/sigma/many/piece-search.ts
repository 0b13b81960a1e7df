/** Characters beyond ASCII are one, which no piece has. */
const WIDTH = 128;

/**
 * Finds which of many pieces a text holds in one pass over it, however many there are (Aho and Corasick, 1975). Pieces are
 * ASCII without NUL.
 */
export class PieceSearch {
  /** Where each character leads from each state; the first state is the beginning. */
  private table = new Int32Array(WIDTH * 64);
  private states = 1;
  /** What was found when a state is reached, by state. */
  private readonly ends: number[][] = [[]];

  /** `pieces` with the numbers that are told for them; the same piece may have several. */
  constructor(pieces: Iterable<readonly [piece: string, number: number]>) {
    for (const [piece, number] of pieces) this.ends[this.stateOf(piece)]?.push(number);
    this.join();
  }

  /** Tells the numbers of all pieces in a text, some of them more than once. */
  find(text: string, tell: (number: number) => void): void {
    const { table, ends } = this;
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      state = table[state * WIDTH + (code < WIDTH ? code : 0)] ?? 0;
      const found = ends[state];
      if (found !== undefined) for (const number of found) tell(number);
    }
  }

  private stateOf(piece: string): number {
    let state = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const place = state * WIDTH + piece.charCodeAt(at);
      const known = this.table[place] ?? 0;
      if (known === 0) this.table[place] = this.newState();
      state = known === 0 ? this.states - 1 : known;
    }
    return state;
  }

  private newState(): number {
    const state = this.states;
    this.states += 1;
    this.ends.push([]);
    if (this.states * WIDTH > this.table.length) {
      const wider = new Int32Array(this.table.length * 2);
      wider.set(this.table);
      this.table = wider;
    }
    return state;
  }

  /** Lets each state without a way on go on as the longest other beginning of a piece that it ends with. */
  private join(): void {
    const others = new Int32Array(this.states);
    const pending: number[] = [];
    for (let code = 0; code < WIDTH; code += 1) {
      const state = this.table[code] ?? 0;
      if (state !== 0) pending.push(state);
    }
    for (let index = 0; index < pending.length; index += 1) {
      const state = pending[index] ?? 0;
      const other = others[state] ?? 0;
      this.ends[state]?.push(...(this.ends[other] ?? []));
      for (let code = 0; code < WIDTH; code += 1) {
        const place = state * WIDTH + code;
        const next = this.table[place] ?? 0;
        const instead = this.table[other * WIDTH + code] ?? 0;
        if (next === 0) this.table[place] = instead;
        else {
          others[next] = instead;
          pending.push(next);
        }
      }
    }
  }
}
