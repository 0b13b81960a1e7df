import { parseJournalExport } from '@/lib/formats';
import { JournalExportFramer } from '@/lib/lines';
import { plainRefusal, textAnswer } from './answers';
import { plainRecord } from './json-records';
import { BadBody, type PieceCutter, type PieceReceiver } from './receiver';

const PIECE_BYTES = 256 * 1024;
/** What is no journal export never ends an entry. */
const ENTRY_BYTES_MAX = 32 * 1024 * 1024;

/** Cuts an export behind the first entry that makes a piece large enough: always at the same places, however it arrives. */
class EntryCutter implements PieceCutter {
  private framer = new JournalExportFramer();
  private held: Uint8Array[] = [];
  private bytes = 0;

  push(chunk: Uint8Array): Buffer[] {
    const pieces: Buffer[] = [];
    for (let rest: Uint8Array | null = chunk; rest !== null && rest.length > 0; ) {
      const cut = this.take(rest);
      if (cut !== null) pieces.push(cut.piece);
      rest = cut?.rest ?? null;
    }
    return pieces;
  }

  pause(): Buffer[] {
    return [];
  }

  end(): Buffer[] {
    return this.bytes === 0 ? [] : [Buffer.concat(this.held)];
  }

  /** Adds bytes; if they complete a piece, answers it and what came behind it. */
  private take(bytes: Uint8Array): { piece: Buffer; rest: Uint8Array } | null {
    this.held.push(bytes);
    this.bytes += bytes.length;
    const last = this.framer.feed(Buffer.from(bytes).toString('latin1')).find(({ end }) => end >= PIECE_BYTES);
    if (last === undefined) {
      if (this.bytes > ENTRY_BYTES_MAX) throw new BadBody('an entry of this journal is larger than 32 MiB');
      return null;
    }
    const all = Buffer.concat(this.held);
    this.framer = new JournalExportFramer();
    this.held = [];
    this.bytes = 0;
    return { piece: all.subarray(0, last.end), rest: all.subarray(last.end) };
  }
}

/** systemd-journal-upload. */
export const journalUpload: PieceReceiver = {
  name: 'journal',
  title: 'systemd-journal-upload',
  about:
    'The journal of a node, entry by entry, in the format of journalctl -o export. Each entry is kept as JSON. An upload that breaks off is sent again from its beginning; what was stored of it is not stored twice.',
  source: 'https://www.freedesktop.org/software/systemd/man/latest/systemd-journal-upload.service.html',
  flow: 'pieces',
  repeats: true,
  takes: ({ method, path }) => method === 'POST' && path === '/upload',
  cutter: () => new EntryCutter(),
  records(piece) {
    const framer = new JournalExportFramer();
    const items = [...framer.feed(piece.toString('latin1')), ...framer.end()];
    return items.map(({ start, end }) => plainRecord(JSON.stringify(parseJournalExport(piece.subarray(start, end)))));
  },
  stored: () => textAnswer(202, 'OK.\n'),
  refused: (_request, why, message) => plainRefusal(why, message),
  examples: [
    {
      path: '/upload',
      body: '__CURSOR=s=1\nMESSAGE=one\n\n__CURSOR=s=2\nMESSAGE=two\n',
      records: [
        { text: '{"journald-export":{"__CURSOR":"s=1","MESSAGE":"one"}}' },
        { text: '{"journald-export":{"__CURSOR":"s=2","MESSAGE":"two"}}' },
      ],
      answer: { status: 202, body: 'OK.' },
    },
  ],
};
