import type { Severity } from '@/lib/events';
import type { Identity } from '@/lib/layouts';

/** What a sender says of a record besides its text. Null: it does not say. */
export interface Hints {
  /** When it was written, in microseconds since the epoch. */
  readonly time: number | null;
  readonly severity: Severity | null;
  /** stdout or stderr. */
  readonly stream: string | null;
  /** Where it comes from, as a layout tells it of a file. */
  readonly place: Partial<Identity>;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

/** One record that was pushed: it becomes one event, or several where a format finds several in it. */
export interface ReceivedRecord {
  /** The line as it was written, or the record as JSON. It is what is kept as the original. */
  readonly text: string;
  readonly hints: Hints | null;
  /** The name that its sender gave it: a record of the same name in the same stream is not stored again. */
  readonly key: string | null;
}

/** The head of a request. Hostile, like its body. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without query, and without the token that may stand in front. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What is answered over HTTP. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What became of the records of a request, in their order: false for one whose key was known. */
export type StoredRecords = readonly boolean[];

/** What a body holds. */
export interface Received {
  readonly records: readonly ReceivedRecord[];
  /** The answer when all of it is stored. */
  answer(stored: StoredRecords): Answer;
}

/** Why nothing of a request was stored. `busy` and `down` are worth trying again later. */
export type Refusal = 'busy' | 'down' | 'too-large' | 'bad' | 'encoding' | 'no-token' | 'wrong-token' | 'gone';

/** A body that is not what its path promises; the message is for the person who set up the sender. */
export class BadBody extends Error {}

/** A case that is a test and a line of the help page at once. */
export interface ReceiverExample {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes that are no text are given in base64. */
  readonly body: string | { readonly base64: string };
  /** What is read; of each record only what is named is compared. Null: the body must be refused. */
  readonly records: readonly Readonly<Record<string, unknown>>[] | null;
  /** The status and the beginning of the answer when all is stored. */
  readonly answer?: { readonly status: number; readonly body: string };
}

interface ReceiverBase {
  /** Lower case, dashes; a stream without a name is called so. */
  readonly name: string;
  readonly title: string;
  /** Who sends it and what is special about it; one or two sentences for the help page. */
  readonly about: string;
  /** Where the protocol is written down. */
  readonly source: string;
  /** Whether a request is for this receiver; the path is hostile. */
  takes(request: ReceivedRequest): boolean;
  /** The answer when nothing is, in the words of the protocol. `message` is for a person. */
  refused(request: ReceivedRequest, why: Refusal, message: string): Answer;
  /** Whether its sender takes any answer, a refusal too, for an end: only a connection that is cut makes it come again. */
  hearsNoRefusal?(request: ReceivedRequest): boolean;
  readonly examples: readonly ReceiverExample[];
}

/** Takes a body as a whole: all of it is stored, or nothing. */
export interface BatchReceiver extends ReceiverBase {
  readonly flow: 'batch';
  /** Reads an unpacked body. Linear time. Throws `BadBody`. */
  read(body: Buffer, request: ReceivedRequest): Received;
}

/** Takes a body that may never end, a piece at a time: each piece is stored as a whole. */
export interface PieceReceiver extends ReceiverBase {
  readonly flow: 'pieces';
  /**
   * Whether a piece is the same one when it comes again: it is cut by its content. Others are cut where the sender made a
   * pause, too, so that they can be seen soon.
   */
  readonly repeats: boolean;
  cutter(): PieceCutter;
  /** The answer when all pieces are stored. */
  stored(pieces: number): Answer;
  /** The records of a piece; null where the lines of a piece are read as those of a file. */
  records: ((piece: Buffer) => ReceivedRecord[]) | null;
}

/** Cuts a body where records end. Holds no more than a piece. */
export interface PieceCutter {
  /** The pieces that are whole now. */
  push(chunk: Uint8Array): Buffer[];
  /** What is whole so far, at a pause of the sender. */
  pause(): Buffer[];
  /** The rest. */
  end(): Buffer[];
}

/** Answers questions that senders ask before they send. */
export interface ProbeReceiver extends Omit<ReceiverBase, 'examples'> {
  readonly flow: 'probe';
  /** Whether it wants the token that a push needs: its senders then hear at once that theirs is wrong. */
  readonly wantsToken: boolean;
  answer(request: ReceivedRequest): Answer;
  readonly examples: readonly { readonly method: string; readonly path: string; readonly status: number }[];
}

export type Receiver = BatchReceiver | PieceReceiver | ProbeReceiver;
