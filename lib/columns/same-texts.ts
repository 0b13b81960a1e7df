import { fold } from '@/lib/query';
import type { ColumnValue } from './dictionary';

/** Gives values a number each, the same to those that are the same as texts, in any case unless `cased`. */
export class SameTexts {
  private readonly classes = new Map<string, number>();

  constructor(private readonly cased: boolean) {}

  /** From 1. */
  classOf(value: ColumnValue): number {
    const text = this.cased ? String(value) : fold(String(value));
    const known = this.classes.get(text);
    if (known !== undefined) return known;
    const made = this.classes.size + 1;
    this.classes.set(text, made);
    return made;
  }
}
