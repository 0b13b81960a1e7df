import { text } from 'node:stream/consumers';
import { type Archive, ArchiveError, type ArchiveInput, BombError, type Entry } from './archive';
import { hasBytes } from './has-bytes';
import { linkWithin } from './link';
import { entryPath } from './path';
import { listSevenZ, type SevenZMember } from './seven-z-listing';
import { reasonOf, runSevenZip } from './seven-zip';

const ENCRYPTED = 'encrypted: unpack it with its password first';
const LINK_BYTES_MAX = 4096;

/**
 * 7z (7zFormat.txt of the LZMA SDK), solid or not. Unpacked in one pass in the archive's own order; 7-Zip says the name of
 * each member before its bytes.
 */
export const sevenZ: Archive = {
  name: '7z',
  title: '7z (.7z)',
  stream: false,
  needsSpool: true,
  matches: (head) => hasBytes(head, 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
  async *entries(input, _name, budget): AsyncGenerator<Entry> {
    const members = await listSevenZ(input, budget);
    const files = [...members].flatMap(([name, those]) => those.map((member) => ({ name, member })));
    // Nothing to unpack: the keys of an encrypted archive take long to derive.
    if (files.every(({ member }) => member.folder || member.encrypted)) {
      for (const { name, member } of files) if (!member.folder) yield passedOver(name, member, ENCRYPTED);
      return;
    }
    const charge = budget.chargeMember(() => input.size ?? 0);
    const output = new Output(input, charge);
    try {
      for (let name = await output.nextMember(); name !== null; name = await output.nextMember()) {
        const member = members.get(name)?.shift();
        if (member === undefined || !member.folder) yield await entryOf(name, member ?? null, output);
        if (output.bomb !== null) throw output.bomb;
      }
      if (output.failure !== null) throw output.failure;
    } finally {
      await output.close();
    }
  },
};

async function entryOf(name: string, member: SevenZMember | null, output: Output): Promise<Entry> {
  if (member?.encrypted === true) return passedOver(name, member, ENCRYPTED);
  if (member?.symbolicLink === true) {
    const target = await output.symbolicLink();
    if (target === '') return passedOver(name, member, 'symbolic link');
    return { ...passedOver(name, member, `symbolic link to ${entryPath(target)}`), link: linkWithin(name, target) };
  }
  return {
    path: entryPath(name),
    modified: member?.modified ?? null,
    skipped: null,
    size: member?.size ?? null,
    bytes: () => output.bytes(),
  };
}

function passedOver(name: string, member: SevenZMember, skipped: string): Entry {
  const nothing = async function* (): AsyncGenerator<Uint8Array> {};
  return { path: entryPath(name), modified: member.modified, skipped, size: member.size, bytes: nothing };
}

type Piece = { readonly member: string } | { readonly bytes: Uint8Array } | { readonly error: string };

/** 7-Zip's output as members: `- name` (or `T name`, which gives nothing) opens each, `ERROR: what : name` may end it. */
class Output {
  /** The archive was found to be a bomb while a member was read. */
  bomb: BombError | null = null;
  /** What is wrong with the archive but with none of its members; known at the end. */
  failure: ArchiveError | null = null;
  private readonly pieces: AsyncGenerator<Piece>;
  private next: string | null = null;
  /** What was wrong belongs to members, which tell it. */
  private told = false;

  constructor(
    input: ArchiveInput,
    private readonly charge: (count: number) => void,
  ) {
    this.pieces = this.read(input);
  }

  /** The name of the next member, after passing over what is left of the one before; null at the end. */
  async nextMember(): Promise<string | null> {
    for (;;) {
      const name = this.next;
      this.next = null;
      if (name !== null) return name;
      const { done, value } = await this.pieces.next();
      if (done === true) return null;
      if ('member' in value) return value.member;
    }
  }

  /** The bytes of the current member; throws what is wrong with it after them. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    while (this.next === null) {
      const { done, value } = await this.pieces.next();
      if (done === true) return;
      if ('member' in value) this.next = value.member;
      else if ('error' in value) throw new ArchiveError(reasonOf('7z', value.error));
      else yield value.bytes;
    }
  }

  async symbolicLink(): Promise<string> {
    const target = await text(this.bytes()).catch(() => '');
    return target.slice(0, LINK_BYTES_MAX);
  }

  async close(): Promise<void> {
    await this.pieces.return(undefined);
  }

  private async *read(input: ArchiveInput): AsyncGenerator<Piece> {
    const output = runSevenZip({ command: 'x', type: '7z', switches: ['-bb1', '-bso2', '-bse2', '-pnone'] }, input);
    let said = '';
    let opened = false;
    try {
      for (;;) {
        const next = await output.next();
        if (next.done === true) {
          if (next.value !== 0 && !this.told) this.failure = new ArchiveError(reasonOf('7z', said));
          return;
        }
        if ('bytes' in next.value) {
          this.count(next.value.bytes.length);
          yield next.value;
          continue;
        }
        for (const line of next.value.lines) {
          const piece = pieceOf(line, opened);
          if (piece === null) said = `${said}${line}\n`.slice(-8192);
          else yield piece;
          opened ||= piece !== null;
          this.told ||= piece !== null && 'error' in piece;
        }
      }
    } finally {
      await output.return(0);
    }
  }

  private count(bytes: number): void {
    try {
      this.charge(bytes);
    } catch (error) {
      if (error instanceof BombError) this.bomb = error;
      throw error;
    }
  }
}

/** What a line of 7-Zip's log says of the members; null for any other. Before the first member, errors are the archive's. */
function pieceOf(line: string, opened: boolean): Piece | null {
  // Folders have a slash at the end here, and none in the directory.
  if (line.startsWith('- ') || line.startsWith('T ')) return { member: line.slice(2).replace(/\/$/, '') };
  return opened && line.startsWith('ERROR: ') ? { error: line } : null;
}
