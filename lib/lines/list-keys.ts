const COLON = 0x3a;
const COMMA = 0x2c;
const LONGEST_KEY = 24;

/**
 * Keys whose array holds the records of a list object: Kubernetes, Azure, AWS (CloudTrail, get-log-events), Google. The
 * `logEvents` of CloudWatch's subscriptions are none: what stands before them, group and stream, is part of each.
 */
const LISTS: ReadonlySet<string> = new Set(['items', 'records', 'events', 'entries']);

/** Keys that a list object may carry before its array; any other key makes it a record of its own. */
const HEADERS: ReadonlySet<string> = new Set([
  'kind',
  'apiversion',
  'metadata',
  'selflink',
  'resourceversion',
  'continue',
  'remainingitemcount',
  'typemeta',
  'listmeta',
  'nextforwardtoken',
  'nextbackwardtoken',
  'nexttoken',
  'searchedlogstreams',
  'nextpagetoken',
]);

/**
 * Watches the keys of a top-level object to find out whether it is a list of records. Only the key being read is kept, and no
 * more of it than the longest known key.
 */
export class ListKeys {
  private watching = false;
  private reading = false;
  private key = '';

  /** A top-level object opens. */
  open(): void {
    this.watching = true;
    this.reading = false;
    this.key = '';
  }

  /** Nothing more to find out: it is a list, or it is over. */
  settle(): void {
    this.watching = false;
    this.reading = false;
  }

  /** A string begins at the object's first level; after anything but a colon it is a key. */
  begin(previous: number): void {
    if (!this.watching || previous === COLON) return;
    if (previous === COMMA && this.key !== '' && !HEADERS.has(this.key)) this.watching = false;
    this.reading = this.watching;
    this.key = '';
  }

  take(code: number): void {
    if (this.reading && this.key.length < LONGEST_KEY) this.key += String.fromCharCode(code);
  }

  close(): void {
    if (!this.reading) return;
    this.reading = false;
    this.key = this.key.toLowerCase();
  }

  /** Whether the array that opens at the object's first level is the list's. */
  opensList(previous: number): boolean {
    return this.watching && previous === COLON && LISTS.has(this.key);
  }
}
