import { type ArgumentText, type Form, fits, formatText, formOf } from '../../parts';

/** A longer text has words of its own. */
const TEXT_CHARACTERS_MAX = 512;
/** Forms that one book learns; beyond that it goes on with those. */
const FORMS_MAX = 1024;
/**
 * A book looks for new forms while it has patience: a text that fits none costs what so many give back that fit. Words of one's
 * own stay so, and looking for their form takes longer than all else that is done with them.
 */
const PATIENCE = 32_768;
const MISS_COST = 64;
/** Of the forms met last, how many are tried. */
const RECENT_MAX = 12;
/** How many hints are told apart. */
const HINTS = 1024;

interface LearnedForm {
  /** From 1 on. */
  readonly number: number;
  readonly form: Form;
}

/** Learns the forms that texts of one format have: a form that was met before is worth a number. */
export class FormBook {
  /** By the text for `format()`; null = met once. */
  private readonly known = new Map<string, LearnedForm | null>();
  private readonly texts: string[] = [];
  /** The last met first. */
  private readonly recent: LearnedForm[] = [];
  /** By a hint: the form that was right for it. */
  private readonly likely: (LearnedForm | undefined)[] = [];
  private patience = PATIENCE;

  constructor(private readonly argumentCount: number) {}

  /**
   * The number of a text's form, from 1 on; 0 when it has none that was met before. Texts with the same `hint`, any number, may
   * have the same form.
   */
  numberOf(text: string, argument: ArgumentText, hint: number): number {
    const place = hint & (HINTS - 1);
    const likely = this.likely[place];
    if (likely !== undefined && fits(likely.form, text, argument)) {
      this.soothe();
      return likely.number;
    }
    const learned = this.amongRecent(text, argument) ?? this.learnFrom(text, argument);
    if (learned === null) return 0;
    this.likely[place] = learned;
    return learned.number;
  }

  /** The form of a number, for PostgreSQL's `format()`. */
  textOf(number: number): string | null {
    return this.texts[number - 1] ?? null;
  }

  private amongRecent(text: string, argument: ArgumentText): LearnedForm | null {
    for (let place = 0; place < this.recent.length; place += 1) {
      const learned = this.recent[place];
      if (learned === undefined || !fits(learned.form, text, argument)) continue;
      if (place > 0) this.remember(learned, place);
      this.soothe();
      return learned;
    }
    return null;
  }

  private learnFrom(text: string, argument: ArgumentText): LearnedForm | null {
    if (this.patience < MISS_COST || text.length > TEXT_CHARACTERS_MAX) return null;
    const learned = this.learn(formOf(text, argument, this.argumentCount));
    if (learned === null) this.patience -= MISS_COST;
    else this.remember(learned, this.recent.length);
    return learned;
  }

  private learn(form: Form): LearnedForm | null {
    const text = formatText(form);
    const known = this.known.get(text);
    if (known !== undefined && known !== null) return known;
    if (known === undefined) {
      if (this.known.size < FORMS_MAX) this.known.set(text, null);
      return null;
    }
    this.texts.push(text);
    const learned = { number: this.texts.length, form };
    this.known.set(text, learned);
    return learned;
  }

  private soothe(): void {
    if (this.patience < PATIENCE) this.patience += 1;
  }

  private remember(learned: LearnedForm, place: number): void {
    this.recent.splice(place, 1);
    this.recent.unshift(learned);
    if (this.recent.length > RECENT_MAX) this.recent.pop();
  }
}
