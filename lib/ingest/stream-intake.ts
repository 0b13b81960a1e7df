import { createHash } from 'node:crypto';
import type { ReceivedRecord } from '@/lib/receivers';
import type { BatchOutcome, GroupCommit, Unit } from '@/lib/store/write';
import { LineUnits } from './line-units';
import { RecordUnits } from './record-units';

/** A stream, as far as what comes in must know it. */
export interface Stream {
  readonly id: string;
  readonly name: string;
}

/** Streams whose readers are remembered. */
const READERS_MAX = 1000;

/** Gives what was pushed to the group commit, as batches of events yet to be made. */
export class StreamIntake {
  private readonly readers = new Map<string, RecordUnits>();

  constructor(private readonly commits: Pick<GroupCommit, 'add'>) {}

  /** Stores records as one batch. `digest`: null where the same records twice are two batches. */
  records(stream: Stream, records: readonly ReceivedRecord[], digest: Buffer | null): Promise<BatchOutcome> {
    const received = Date.now() * 1000;
    const reader = this.readerOf(stream.id);
    const keys = records.map(({ key }) => (key === null ? null : keyDigest(key)));
    return this.commits.add({
      source: stream.id,
      digest,
      keys: keys.filter((key) => key !== null),
      *units(known, corrections) {
        const seen = new Set(known);
        for (const [index, record] of records.entries()) {
          const key = keys[index]?.toString('hex');
          if (key !== undefined && seen.has(key)) continue;
          if (key !== undefined) seen.add(key);
          yield reader.unit(record, received, corrections);
        }
      },
    });
  }

  /** Stores whole lines as they would be read from a file. */
  lines(stream: Stream, raw: Buffer): Promise<BatchOutcome> {
    const received = Date.now() * 1000;
    return this.commits.add({
      source: stream.id,
      digest: null,
      keys: [],
      *units(_known, corrections): Generator<Unit> {
        yield new LineUnits(stream.name, received, corrections).unit(raw, received);
      },
    });
  }

  private readerOf(id: string): RecordUnits {
    const reader = this.readers.get(id) ?? new RecordUnits();
    this.readers.delete(id);
    this.readers.set(id, reader);
    for (const [oldest] of this.readers) {
      if (this.readers.size <= READERS_MAX) break;
      this.readers.delete(oldest);
    }
    return reader;
  }
}

/** For each record whether it was stored: false for one whose key was known, or came twice. */
export function storedRecords(records: readonly ReceivedRecord[], outcome: BatchOutcome): boolean[] {
  if (outcome.kind !== 'stored') return records.map(() => outcome.kind === 'repeated');
  const seen = new Set(outcome.known);
  return records.map(({ key }) => {
    if (key === null) return true;
    const hex = keyDigest(key).toString('hex');
    const fresh = !seen.has(hex);
    seen.add(hex);
    return fresh;
  });
}

const KEY_BYTES = 16;

function keyDigest(key: string): Buffer {
  return createHash('sha256').update(key).digest().subarray(0, KEY_BYTES);
}
