/** Where a stream is reached. */
export interface StreamAddress {
  /** As a shipper reaches it: scheme, host and port, without a slash at the end. */
  readonly origin: string;
  /** The secret that lets a shipper push to its stream; null where none is needed. */
  readonly token: string | null;
}

/** Something to paste: a file, a part of one, or a command. */
export interface Setup {
  /** Where it goes: a path, or `shell`. */
  readonly place: string;
  readonly syntax: 'yaml' | 'shell' | 'other';
  readonly text: string;
}

/** A program that sends logs, and how it is told to send them here. */
export interface Shipper {
  /** Lower case, dashes. */
  readonly name: string;
  readonly title: string;
  /** What it sends and when it is the right one; one or two sentences. */
  readonly about: string;
  /** Where its options are described. */
  readonly source: string;
  setups(address: StreamAddress): readonly Setup[];
}
