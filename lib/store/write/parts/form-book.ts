import { type ArgumentText, type Form, fits, formatText, formOf } from '../../parts';

/** A longer text has words of its own. */
const TEXT_CHARACTERS_MAX = 512;
/** Forms that one book learns; beyond that it goes on with those. */
const FORMS_MAX = 1024;
/** Texts in a row that fit no form, after which a book stops looking for new ones. */
const PATIENCE = 512;
/** Of the forms met last, how many are tried. */
const RECENT_MAX = 12;

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
  private patience = PATIENCE;

  constructor(private readonly argumentCount: number) {}

  /** The number of a text's form, from 1 on; 0 when it has none that was met before. */
  numberOf(text: string, argument: ArgumentText): number {
    for (let place = 0; place < this.recent.length; place += 1) {
      const learned = this.recent[place];
      if (learned === undefined || !fits(learned.form, text, argument)) continue;
      this.patience = PATIENCE;
      if (place > 0) this.remember(learned, place);
      return learned.number;
    }
    if (this.patience === 0 || text.length > TEXT_CHARACTERS_MAX) return 0;
    this.patience -= 1;
    const learned = this.learn(formOf(text, argument, this.argumentCount));
    if (learned === null) return 0;
    this.patience = PATIENCE;
    this.remember(learned, this.recent.length);
    return learned.number;
  }

  /** The form of a number, for PostgreSQL's `format()`. */
  textOf(number: number): string | null {
    return this.texts[number - 1] ?? null;
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

  private remember(learned: LearnedForm, place: number): void {
    this.recent.splice(place, 1);
    this.recent.unshift(learned);
    if (this.recent.length > RECENT_MAX) this.recent.pop();
  }
}
