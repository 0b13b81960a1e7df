const START = Date.UTC(2025, 2, 3);
const SPAN = 7 * 24 * 3600 * 1000;
const DAY_PARTS = 24;

/**
 * Times of `count` events spread over one week, in order, more by day than by night. All kinds share the week.
 * @param {number} count
 */
export class WeekClock {
  #at = START;
  #step;
  #second = -1;
  #text = '';

  constructor(count) {
    this.#step = SPAN / count;
  }

  /** Moves on to the next event; answers milliseconds since the epoch, with fractions. */
  next(random) {
    const hour = Math.floor(this.#at / 3_600_000) % DAY_PARTS;
    // The mean over a day of what stands here is 1, so that the last event falls on the week's end.
    const pace = 1 + 0.6 * Math.cos(((hour - 2) / DAY_PARTS) * 2 * Math.PI);
    this.#at += this.#step * pace * (0.25 + 1.5 * (random.bits() / 4_294_967_296));
    return this.#at;
  }

  /** ISO 8601 with so many digits of a second (3 to 9); below the millisecond they are random. */
  text(milliseconds, digits, random) {
    const second = Math.floor(milliseconds / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#text = new Date(second * 1000).toISOString().slice(0, 19);
    }
    const thousandths = String(Math.floor(milliseconds % 1000)).padStart(3, '0');
    const finer = digits > 3 ? String(random.below(10 ** (digits - 3))).padStart(digits - 3, '0') : '';
    return `${this.#text}.${thousandths}${finer}Z`;
  }
}
