import { DAY, DAYS, dayOf, WEEK_END, WEEK_START } from './week';

/** A file of the sample as a program keeps it: where it is, and what becomes of it at midnight. */
export interface LogFile {
  readonly path: string;
  /** The path of the part of a day that is over; absent: the file goes on all week. `daysAgo` is 1 for the last but one. */
  readonly rotated?: (day: number, daysAgo: number) => string;
  /** The line that each part begins with. */
  readonly head?: string;
}

/** A finished file. `modified` is in microseconds since the epoch. */
export interface SampleFile {
  readonly path: string;
  readonly text: string;
  readonly modified: number;
}

interface Line {
  readonly at: number;
  readonly text: string;
}

/** Takes the lines of all logs in any order and gives them back as files, in order of time. Holds no more than a day of what rotates. */
export class Book {
  private readonly open = new Map<
    string,
    { readonly file: LogFile; readonly day: number | null; readonly lines: Line[] }
  >();
  /** The first and the last time that was written since `watch`. */
  private span = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

  /** One or several lines, without the last newline. What happens after the week is not written any more. */
  write(file: LogFile, at: number, text: string): void {
    if (at >= WEEK_END) return;
    this.span = { from: Math.min(this.span.from, at), to: Math.max(this.span.to, at) };
    const day = file.rotated === undefined ? null : dayOf(at);
    const path = partPath(file, day);
    const part = this.open.get(path);
    if (part === undefined) this.open.set(path, { file, day, lines: [{ at, text }] });
    else part.lines.push({ at, text });
  }

  watch(): void {
    this.span = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  }

  watched(): { readonly from: number; readonly to: number } {
    return this.span;
  }

  /** The parts of a day that is over, and no longer held. */
  *close(day: number): Generator<SampleFile> {
    for (const [path, part] of this.open) {
      if (part.day === null || part.day > day) continue;
      this.open.delete(path);
      yield finished(path, part.file, part.lines);
    }
  }

  /** Everything that is left. */
  *rest(): Generator<SampleFile> {
    for (const [path, part] of this.open) yield finished(path, part.file, part.lines);
    this.open.clear();
  }
}

function partPath(file: LogFile, day: number | null): string {
  if (day === null || file.rotated === undefined || day >= DAYS - 1) return file.path;
  return file.rotated(day, DAYS - 1 - day);
}

function finished(path: string, file: LogFile, lines: readonly Line[]): SampleFile {
  const sorted = [...lines].sort((one, other) => one.at - other.at);
  const texts = sorted.map(({ text }) => `${text}\n`);
  if (file.head !== undefined) texts.unshift(`${file.head}\n`);
  return { path, text: texts.join(''), modified: sorted.at(-1)?.at ?? WEEK_START };
}

/** When the part of a day ends: a moment before midnight. */
export function endOfDay(day: number): number {
  return WEEK_START + (day + 1) * DAY - 88_000;
}
