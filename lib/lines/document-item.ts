/** One record of a document: offsets of its first character and of the one after its last, in the stream of all text fed. */
export interface DocumentItem {
  readonly start: number;
  readonly end: number;
  /** True for an element of a list; a record that is a document by itself has none beside it. */
  readonly listed: boolean;
}

/** Finds the records of a document that comes in pieces. Keeps offsets and states, never text. */
export interface DocumentFramer {
  /** The records that ended in this piece, in order. */
  feed(text: string): DocumentItem[];
  /** The records that the end of the document ends; an unfinished one is given as far as it goes. */
  end(): DocumentItem[];
}
