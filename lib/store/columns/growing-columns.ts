import { SegmentColumnsBuilder } from '@/lib/columns';
import { addColumns } from '../column-parts';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import type { MemoryBudget } from './memory-budget';

/** The columns of a growing segment as far as they were made. */
interface Growing {
  readonly columns: SegmentColumnsBuilder;
  /** Events in it: all with lower numbers. */
  rows: number;
  item: { readonly weight: number; drop(): void };
  /** Who reads its events just now; those who come later wait. */
  reading: Promise<unknown>;
}

/**
 * The columns of segments that streams append to, made from parts that were stored of them and from rows: each event is read
 * once, however often a segment is asked about while it grows. A question that sees fewer events than are in it takes the first ones.
 */
export class GrowingColumns {
  private readonly kept = new Map<number, Growing>();

  constructor(private readonly budget: MemoryBudget) {}

  /** The columns of a segment, with at least the events that the question sees. */
  async of(reader: Reader, segment: SegmentSpan): Promise<SegmentColumnsBuilder> {
    const growing = this.kept.get(segment.id) ?? this.begin(segment.id);
    while (growing.rows < segment.numbers) {
      const before = growing.reading;
      // Whoever reads may be cancelled: then it is our turn.
      await before.catch(() => undefined);
      if (growing.reading === before && growing.rows < segment.numbers) {
        growing.reading = this.read(reader, segment, growing);
        await growing.reading;
      }
    }
    return growing.columns;
  }

  /** Keeps nothing any longer of segments that are no more. */
  forget(segments: ReadonlySet<number>): void {
    for (const [id, { item }] of this.kept) {
      if (!segments.has(id)) continue;
      this.budget.remove(item);
      this.kept.delete(id);
    }
  }

  private begin(id: number): Growing {
    const item = { weight: 0, drop: () => void this.kept.delete(id) };
    const growing = { columns: new SegmentColumnsBuilder(), rows: 0, item, reading: Promise.resolve() };
    this.kept.set(id, growing);
    return growing;
  }

  /** A question sees all rows of an event number below those that its segment had at the time. */
  private async read(reader: Reader, { id, numbers }: SegmentSpan, growing: Growing): Promise<void> {
    await addColumns(reader, id, growing.columns, { from: growing.rows, to: numbers }, (reached) => {
      growing.rows = reached;
    });
    this.weigh(id, growing);
  }

  private weigh(id: number, growing: Growing): void {
    this.budget.remove(growing.item);
    growing.item = { weight: growing.columns.weight, drop: () => void this.kept.delete(id) };
    this.kept.set(id, growing);
    this.budget.add(growing.item);
  }
}
