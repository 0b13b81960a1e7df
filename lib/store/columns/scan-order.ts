import type { ScanInput, ScanTaskName } from '@/lib/columns';

/** What a scanning thread is told to do. */
export interface ScanOrder<Name extends ScanTaskName = ScanTaskName> {
  readonly id: number;
  readonly task: Name;
  readonly inputs: readonly ScanInput<Name>[];
}

/** What it answers: an output for each input, or why there are none. */
export interface ScanReply {
  readonly id: number;
  readonly outputs: readonly unknown[];
  readonly error: string | null;
}
