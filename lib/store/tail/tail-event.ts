import type { Attribute } from '@/lib/events';
import type { EventAnswer } from '@/lib/interface';
import type { QueryableEvent } from '@/lib/query';

/** What a tailed event is besides its answer. */
export interface TailedRecord {
  /** Microseconds. */
  readonly time: number | null;
  readonly sourceName: string | null;
  /** The original text; empty when no question needs it. */
  readonly text: string;
  /** The attributes that events of the same segment are known to have. */
  readonly attributes: ReadonlySet<string>;
}

/** An event that has just become visible, as the predicate of a question sees it. */
export class TailEvent implements QueryableEvent {
  constructor(
    readonly answer: EventAnswer,
    /** Its number in its segment. */
    readonly n: number,
    private readonly record: TailedRecord,
  ) {}

  get type() {
    return this.answer.type;
  }

  get severity() {
    return this.answer.severity;
  }

  get time(): number | null {
    return this.record.time;
  }

  get message(): string {
    return this.answer.message;
  }

  get text(): string {
    return this.record.text;
  }

  field(name: string): string | number | null {
    const { id, source } = this.answer;
    switch (name) {
      case 'id':
        return id;
      case 'line':
        return source.line;
      case 'lines':
        return source.lines;
      case 'file':
        return source.path;
      case 'source':
        return this.record.sourceName;
      case 'source.id':
        return source.id;
      default: {
        const value = this.answer.fields[name];
        return typeof value === 'string' || typeof value === 'number' ? value : null;
      }
    }
  }

  attribute(name: string): Attribute | null {
    return this.answer.fields[name] ?? null;
  }

  knowsAttribute(name: string): boolean {
    return this.record.attributes.has(name);
  }
}
