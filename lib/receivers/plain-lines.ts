import { jsonAnswer, plainRefusal } from './answers';
import type { PieceCutter, PieceReceiver } from './receiver';

const NEWLINE = 0x0a;
const END = Buffer.of(NEWLINE);
const PIECE_BYTES = 64 * 1024;
/** A longer line is cut. */
const LINE_BYTES_MAX = 1024 * 1024;
const PATHS: ReadonlySet<string> = new Set(['/api/ingest/lines', '/lines']);

/** Cuts behind lines, as soon as there are enough or the sender pauses. */
export class LineCutter implements PieceCutter {
  private held: Buffer[] = [];
  private bytes = 0;

  push(chunk: Uint8Array): Buffer[] {
    this.held.push(Buffer.from(chunk));
    this.bytes += chunk.length;
    return this.bytes >= PIECE_BYTES ? this.pause() : [];
  }

  pause(): Buffer[] {
    const all = Buffer.concat(this.held);
    const newline = all.lastIndexOf(NEWLINE);
    if (newline === -1) {
      this.held = [all];
      return all.length > LINE_BYTES_MAX ? this.end() : [];
    }
    const rest = all.subarray(newline + 1);
    this.held = rest.length === 0 ? [] : [Buffer.from(rest)];
    this.bytes = rest.length;
    return piecesOf(all.subarray(0, newline + 1));
  }

  end(): Buffer[] {
    const all = Buffer.concat(this.held);
    this.held = [];
    this.bytes = 0;
    if (all.length === 0) return [];
    // The next piece begins a line of its own.
    return piecesOf(all[all.length - 1] === NEWLINE ? all : Buffer.concat([all, END]));
  }
}

/** Whole lines, cut behind the line that makes a piece large enough. */
function piecesOf(lines: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let start = 0; start < lines.length; ) {
    const newline = lines.indexOf(NEWLINE, Math.min(start + PIECE_BYTES, lines.length - 1));
    const end = newline === -1 ? lines.length : newline + 1;
    pieces.push(lines.subarray(start, end));
    start = end;
  }
  return pieces;
}

/** Lines as they are written, over a request that goes on. */
export const plainLines: PieceReceiver = {
  name: 'lines',
  title: 'Lines over HTTP, as they come',
  about:
    'What a program writes, straight into a request that stays open: kubectl logs -f cart-0 | curl -T - ADDRESS/api/ingest/lines. Lines are stored while the request goes on; stack traces are put together as in files.',
  source: 'https://everything.curl.dev/http/put.html',
  flow: 'pieces',
  repeats: false,
  takes: ({ method, path }) => (method === 'POST' || method === 'PUT') && PATHS.has(path),
  cutter: () => new LineCutter(),
  records: null,
  stored: () => jsonAnswer(200, { stored: true }),
  refused: (_request, why, message) => plainRefusal(why, message),
  examples: [
    {
      method: 'PUT',
      path: '/api/ingest/lines',
      body: 'one\ntwo',
      records: [{ text: 'one\ntwo\n' }],
      answer: { status: 200, body: '{"stored":true}' },
    },
  ],
};
