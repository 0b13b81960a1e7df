import { open } from 'node:fs/promises';
import { ArchiveError, type ArchiveInput } from './archive';
import type { Budget } from './budget';
import { reasonOf, runSevenZip } from './seven-zip';

/** Names of all members together, in characters: what a listing may take of the memory. */
const NAMES_MAX = 64 * 1024 ** 2;

/** What the directory of a 7z archive says of a member. */
export interface SevenZMember {
  readonly folder: boolean;
  readonly symbolicLink: boolean;
  readonly encrypted: boolean;
  /** Bytes; null when it does not say. */
  readonly size: number | null;
  /** Microseconds since the epoch. */
  readonly modified: number | null;
}

/**
 * The members by name, those of one name in order. `7z l -slt` lists each as lines `Key = value` with a blank line behind
 * it; control characters in names come as `_`, so that no name can look like a line.
 */
export async function listSevenZ(input: ArchiveInput, budget: Budget): Promise<Map<string, SevenZMember[]>> {
  const members = new Map<string, SevenZMember[]>();
  let fields: Map<string, string> | null = null;
  let said = '';
  let names = 0;
  const complete = () => {
    const name = fields?.get('Path');
    if (fields === null || name === undefined) return;
    budget.chargeEntry();
    names += name.length;
    if (names > NAMES_MAX) throw new ArchiveError('the names in the 7z archive take more than 64 MB; it was not read');
    const known = members.get(name);
    if (known === undefined) members.set(name, [memberOf(fields)]);
    else known.push(memberOf(fields));
    fields = new Map();
  };
  const code = await forEachLine(input, (line) => {
    if (fields === null) {
      if (line.startsWith('----------')) fields = new Map();
      else said = `${said}${line}\n`.slice(-8192);
      return;
    }
    if (line === '') return complete();
    const equals = line.indexOf(' = ');
    if (equals > 0) fields.set(line.slice(0, equals), line.slice(equals + 3));
    else if (line.startsWith('ERROR')) said += `${line}\n`;
  });
  complete();
  if (code !== 0 && members.size === 0) {
    const encrypted = await isHeaderEncrypted(input.spoolPath);
    if (encrypted) throw new ArchiveError(reasonOf('7z', 'encrypted'));
    if (/unexpected end/i.test(said)) {
      throw new ArchiveError(
        'the 7z archive is cut short, or one part of several: its directory at the end is missing',
      );
    }
    throw new ArchiveError(reasonOf('7z', said));
  }
  return members;
}

async function forEachLine(input: ArchiveInput, take: (line: string) => void): Promise<number> {
  // Times in UTC. A password is given so that nothing asks for one; it opens nothing.
  const output = runSevenZip({ command: 'l', type: '7z', switches: ['-slt', '-slmu', '-pnone'] }, input);
  try {
    for (;;) {
      const next = await output.next();
      if (next.done === true) return next.value;
      if ('lines' in next.value) for (const line of next.value.lines) take(line);
    }
  } finally {
    await output.return(0);
  }
}

function memberOf(fields: ReadonlyMap<string, string>): SevenZMember {
  const attributes = fields.get('Attributes') ?? '';
  const size = fields.get('Size') ?? '';
  return {
    folder: /^\S*D/.test(attributes) || / d[rwxsStT-]{9}/.test(attributes),
    symbolicLink: / l[rwxsStT-]{9}/.test(attributes),
    encrypted: fields.get('Encrypted') === '+',
    size: /^\d{1,15}$/.test(size) ? Number(size) : null,
    modified: modifiedOf(fields.get('Modified') ?? ''),
  };
}

function modifiedOf(text: string): number | null {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(text);
  if (parts === null) return null;
  const time = Date.parse(`${parts[1]}T${parts[2]}Z`);
  return Number.isFinite(time) && time > 0 ? time * 1000 : null;
}

const START_BYTES = 32;
const HEADER_BYTES_MAX = 4096;
/** The id of the only encryption that 7z knows, AES-256 with SHA-256 (Methods.txt of the LZMA SDK). */
const AES = Buffer.from([0x06, 0xf1, 0x07, 0x01]);

/** Whether the header that says how the directory is packed names encryption; 7-Zip may fail without a word there. */
async function isHeaderEncrypted(path: string | null): Promise<boolean> {
  if (path === null) return false;
  const file = await open(path, 'r');
  try {
    const start = Buffer.alloc(START_BYTES);
    await file.read(start, 0, START_BYTES, 0);
    const at = START_BYTES + Number(start.readBigUInt64LE(12));
    const header = Buffer.alloc(HEADER_BYTES_MAX);
    if (!Number.isSafeInteger(at)) return false;
    const { bytesRead } = await file.read(header, 0, HEADER_BYTES_MAX, at);
    return header.subarray(0, bytesRead).includes(AES);
  } finally {
    await file.close();
  }
}
