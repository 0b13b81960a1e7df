import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { BUDGET_LIMITS, Budget, type BudgetLimits } from './budget';
import { type Leaf, walk } from './walk';

/** Archives made on the spot for the tests of this folder. */
export const LINES = 'first line\nsecond line\n';

/** `LINES`, packed by the tools of each kind. */
export const PACKED_LINES = {
  xz: '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jMAQAWZmlyc3QgbGluZQpzZWNvbmQgbGluZQoAABLpMe+yotpkAAEvF4EISbEftvN9AQAAAAAEWVo=',
  bzip2: 'QlpoOTFBWSZTWYsT4YQAAATRgAAQQAAPJZwAIAAhoTIxlCAaAJEqMZVoywSC/VfxdyRThQkIsT4YQA==',
  zstd: 'KLUv/SQXuQAAZmlyc3QgbGluZQpzZWNvbmQgbGluZQofO7ig',
  lzma: 'XQAAAAT//////////wAzGkqsDHK/jVj5TW++nWmnpcPhT+0mL///JPwAAA==',
} as const;

/** 400 000 NULs, packed with bzip2. */
export const PACKED_ZEROS = 'QlpoOTFBWSZTWY68mnoAAxBAIMAAAAQACCAAMMwFKaYELYgheLuSKcKEhHXk09A=';

/** A tar with `LINES` as logs/app.log, packed with xz. */
export const PACKED_TAR_XZ =
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AHJdADYbyRqz2p1goNK83yfriK9g+0vqIWx9HuCRhPpqGCVx34iy2WQI4ULadkb+O6CQSFnfDakKZ8ge8lIkGgYDigJg1b3iHVK9kiR+sMuHuEniXLVJ+i+tK2TzwC3yIh26uDD2tGpLcvDnUse261xjwMnvAAAAAPyTlxgzfS5iAAGOAYBQAABOEGpbscRn+wIAAAAABFla';

/** Packed with 7-Zip: logs/app.log with `LINES`, logs/z.log with a z, an empty log, and current.log, a link to app.log. */
export const PACKED_7Z =
  'N3q8ryccAASM5QsZJAAAAAAAAAACAQAAAAAAAK+fAnIBAB9maXJzdCBsaW5lCnNlY29uZCBsaW5lCmFwcC5sb2d6CgABBAYAAQkkAAcLAQABISEBAAwgAAgNAwkXBwoBLFpFXfscznKdatx0AAAFBQ4BwA8BQBkJAAAAAAAAAAAAEXsAbABvAGcAcwAAAGwAbwBnAHMALwBlAG0AcAB0AHkALgBsAG8AZwAAAGwAbwBnAHMALwBhAHAAcAAuAGwAbwBnAAAAbABvAGcAcwAvAGMAdQByAHIAZQBuAHQALgBsAG8AZwAAAGwAbwBnAHMALwB6AC4AbABvAGcAAAAZABQqAQAgjYvVNH7dAQAgy+usn9oBACDL66yf2gEgjYvVNH7dAQAgy+usn9oBFRYBABCA7UEggKSBIICkgSCA/6EggKSBAAA=';

/** Packed with 7-Zip: logs/z.log, and logs/app.log with a password. */
export const PACKED_7Z_MIXED =
  'N3q8ryccAAQhPIxipwAAAAAAAAAiAAAAAAAAAM7RqVQBAAF6CgCQjg9GTEBijADc25DL45AVxl6sa8xFlxzifamxIJjaiwAAgTMHrjGYioUDmm/0uehKZ2shTxf4xhyyOf7eN207VTf/4msyIS4poNySaovRYi2m38X7oG9Irya0WVSayuO2RGARAP419Rl0IO4n6ZBp9jntVfT9/i+brGYzsjhTIKUjc8xseUT7DWgL4XXXSH6JtX7liGGo2tHDxLgAUAAAABcGJgEJgIEABwsBAAEjAwEBBV0AEAAADICmCgHZ0FBDAAA=';

/** Packed with 7-Zip and a password, the names too. */
export const PACKED_7Z_SEALED =
  'N3q8ryccAAS1PduGoAAAAAAAAAAvAAAAAAAAAE3YLT1/hlQOaHeU5pA7lJJJfTQ+fy0NcFNeE3o38Ft2KFLHgKAQtm8IZskNwA2q8JGw66ui9i5YeABD/lPc4wh2NVShvL2wPpWcB5JNWpiwQL4FuGaxHYAGhrXr8e+nYbHFjEGdsTkdFs/enS0r9P6DeDQqfS2WVypDYRtPgbeN1goZ9mWBCHyD3Og2LpyNnHW3LYMPbwNnxzbl65hJh9UFN/jiFwYgAQmAgAAHCwEAASQG8QcBElMPeGP9maEQeDdJ5uH9Wiy26gxyCgGg76XXAAA=';

/** Zips with `LINES` ten times as logs/app.log, by compression method; packed with 7-Zip. */
export const ZIPPED_BY_METHOD = {
  Deflate64:
    'UEsDBBUAAAAJAABgpljCYAlGIgAAAOYAAAAMAAAAbG9ncy9hcHAubG9n3cjLCQAABADQuyns5lNKFPbPwRZur6dWPegWAi2UwednvVBLAQI/AxUAAAAJAABgpljCYAlGIgAAAOYAAAAMACQAAAAAAAAAIICkgQAAAABsb2dzL2FwcC5sb2cKACAAAAAAAAEAGAAAIMvrrJ/aAQAAAAAAAAAAAAAAAAAAAABQSwUGAAAAAAEAAQBeAAAATAAAAAAA',
  LZMA: 'UEsDBD8AAgAOAABgpljCYAlGKQAAAOYAAAAMAAAAbG9ncy9hcHAubG9nGgIFAF0AEAAAADMaSqwMcr+NWPlNb76daaelw+FQpmdKUh////liAABQSwECPwM/AAIADgAAYKZYwmAJRikAAADmAAAADAAkAAAAAAAAACCApIEAAAAAbG9ncy9hcHAubG9nCgAgAAAAAAABABgAACDL66yf2gEAAAAAAAAAAAAAAAAAAAAAUEsFBgAAAAABAAEAXgAAAFMAAAAAAA==',
} as const;

/**
 * core.log, 500 000 bytes with a line at every 64 KB and holes between, and z.log with a z: packed with GNU tar in its
 * formats for sparse files, then with gzip.
 */
export const SPARSE_TARS = {
  gnu: 'H4sIAAAAAAACA+3dQU4CMRQG4Lr1FD2BaYfSOYgnMIQQEyIJ6sbTixMICkxcwcT6fZu+vMW8SWf1z+YtNtvlw3qzCleUdmopw7lzctahzqXmmsssf/W71Od5iI/hBt5f3562MYbJpKN9nY91N9IvI/163r8byr5LpaTL0/PI9Dwy/fCw72/O37R+flnGdO8iAAAAoPX8n+V/AAAAaD7/d/I/AAAANJ//Z/I/AAAANJ//i/wPAAAAzef/ufwPAAAALfu49vKP8Nv+j2HNxc/9H6n2qYR4k60Sk+//mPj7+/UD8C99AnDlQNYAbAAA',
  '0.0':
    'H4sIAAAAAAACA+3dzWqDQBiFYddehVdg5s9Ps3Ddrko3vQCbTkpoGouTQJqrrw0UGgktFhMa8z4bRTmgjiMcN5NO7qvtra+efBMms7rx6bJ+joalWuLcftvqbpWIjbQTLdpZ/Xlc69zqKNlGZ7AJ66ppLyW6TkaSm7uHNLxVTfBpWOx8me0HJT48s9q8Pi7r2Uso89jY72fq+Tz4ddkGim7gfe1D6dRUYpMfiUiWWfk5VhyJ6fYlyc0fclMRVfTPGTHauf45a3IpVP/c1/PPjuZUPOj4n2jK95j/st8/nP/tJyGPEnVJ8797cxdiuVj5ZOB3CgAAAAAA/MP+r+n/AAAAAACMvv8b+j8AAAAAAKPv/5b+DwAAAADA6Pu/o/8DAAAAADD6/p/R/wEAAAAAGLPdqRd/iH5f/0Up013/wSjH+g9nGX9+/QDAVfoAqFT1tABuAAA=',
  '0.1':
    'H4sIAAAAAAACA+3dzWqDUBCGYddeRS4gmPPnGBdu265KofQCbHooIZoEbSDk6ms1heqi3dhAzPtsHDwIyjjC5+ZEi6f8+ODzN1/Vi9Wu8lGxew/GpRriXHtsDI/KxHGgnWjRzuqv81onRoLZMbiAQ/2RV82tBLfJyOz+8SWq93lV+6hen3wWt00J+yvbQ/la7FabOktCs+yt5KXPvt+cMLU/18p8n6m5U6nMJY6tdKVuupyYc52KqGVXGzHaua62JpHl+dLuhuYqDDC2aNG067nt1t268JE11qUjfwh+n39p6/78O62b+VfXNP/Dh7sSxXrrZ0wWAAAAAACT1uZ/Tf4HAAAAAGDy+d+Q/wEAAAAAmHz+t+R/AAAAAAAmn/8d+R8AAAAAgMnn/5j8DwAAAADAlJ3+Yb+Xob/2f1HKDPZ/UEY59n+4SP/59QMAN+kTzNKX/wBuAAA=',
  '1.0':
    'H4sIAAAAAAACA+3d30rDMBTH8VznKfoEXU6SpvNit+qVCOIDBA1S6TZpFcae3uyPMHuhN3O47vuB0kNKYeP0FH69STm5j6vbFJ9T10+ell0q2+WLOi6TBe+352x4NuKDyocE8U426yK1rVSxUifw0b/HLv8UdZmsLW7uHsv+LXZ9KufxddnNRA9Wm0VeNdpOD1cXcZ5mX0+MdubwWpdi2zfrNKu2DdYK/1Q5yW172HbtumlT6ayr/JFfBD/Pf5BN/X3+vYhThTmn+R/+uTNRa6O9uQo6VJULu1JyF2q7r69CMNNdbYMV73e1s3WY7m/dDzljfobaZpEKOgcAAAAAwPjzv5D/AQAAAAAYff635H8AAAAAAEaf/x35HwAAAACA0ed/T/4HAAAAAGD0+b8i/wMAAAAAMGbrP9jvZ+i3/X+MsYP9P4w1nv0/TtJ/Pv0AwEX6BAbsYg4AcAAA',
} as const;

/** Written as a stream by Python's zipfile, so with sizes of 64 bits behind the data: logs/app.log with `LINES`. */
export const ZIP64_STREAM =
  'UEsDBC0ACAAAAABgplgAAAAA//////////8MABQAbG9ncy9hcHAubG9nAQAQAAAAAAAAAAAAAAAAAAAAAABmaXJzdCBsaW5lCnNlY29uZCBsaW5lClBLBwgsWkVdFwAAAAAAAAAXAAAAAAAAAFBLAQItAy0ACAAAAABgplgsWkVdFwAAABcAAAAMAAAAAAAAAAAAAACAAQAAAABsb2dzL2FwcC5sb2dQSwUGAAAAAAEAAQA6AAAAbQAAAAAA';

type TarHeading = Partial<Header> & Pick<Header, 'name'>;
export type TarMember = readonly [header: TarHeading | string, content?: string | Buffer];

export async function tarOf(...members: readonly TarMember[]): Promise<Buffer> {
  const archive = pack();
  for (const [header, content] of members) {
    archive.entry(typeof header === 'string' ? { name: header, mtime: new Date(0) } : header, content ?? '');
  }
  archive.finalize();
  return buffer(archive);
}

export interface ZipMember {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** Compression method; 8 (deflate) unless told. */
  readonly method?: number;
  /** The content as it is packed by that method. */
  readonly packed?: Buffer;
  readonly flags?: number;
  /** High byte: the system it was made on (0 DOS, 3 Unix). */
  readonly madeBy?: number;
  readonly attributes?: number;
  /** Use the local header and data of this earlier member instead of writing them. */
  readonly shares?: number;
  readonly checksum?: number;
  readonly size?: number;
}

/** A zip writer just large enough for the tests (APPNOTE 6.3, 4.3.6). */
export function zipOf(...members: readonly ZipMember[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const member of members) {
    const { method = 8, flags = 0x800, madeBy = 0x31e, attributes = 0, shares } = member;
    const name = Buffer.from(member.name);
    const content = Buffer.from(member.content ?? '');
    const data = member.packed ?? (method === 8 ? deflateRawSync(content) : content);
    const at = shares === undefined ? offset : (offsets[shares] ?? 0);
    offsets.push(at);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt16LE(0x6000, 6);
    fields.writeUInt16LE((44 << 9) | (5 << 5) | 6, 8);
    fields.writeUInt32LE(member.checksum ?? crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(member.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    if (shares === undefined) {
      const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, data]);
      bodies.push(body);
      offset += body.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(attributes, 6);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([madeBy & 0xff, madeBy >> 8]), fields, rest, name);
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listing, Buffer.from('PK\u0005\u0006'), end]);
}

export interface WalkedLeaf {
  readonly path: string;
  readonly text: string;
  readonly skipped: string | null;
  readonly damaged: string | null;
}

export interface WalkSettings {
  readonly limits?: Partial<BudgetLimits>;
  readonly signal?: AbortSignal;
  readonly onPacked?: (bytes: number) => void;
}

/** Lays `content` down as an upload and hands out its leaves one by one; cleans up when the walk ends. */
export async function* leavesOf(name: string, content: Buffer, settings: WalkSettings = {}): AsyncGenerator<Leaf> {
  const folder = await mkdtemp(join(tmpdir(), 'archives-'));
  try {
    const spoolPath = join(folder, 'upload');
    await writeFile(spoolPath, content);
    yield* walk(
      { name, spoolPath, size: content.length },
      {
        budget: new Budget(content.length, { ...BUDGET_LIMITS, ...settings.limits }),
        scratchFolder: join(folder, 'scratch'),
        signal: settings.signal ?? new AbortController().signal,
        ...(settings.onPacked === undefined ? {} : { onPacked: settings.onPacked }),
      },
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Walks an upload to the end; what ended the walk, if anything did, is `error`. */
export async function walked(
  name: string,
  content: Buffer,
  settings: WalkSettings = {},
): Promise<{ leaves: WalkedLeaf[]; error: unknown }> {
  const leaves: WalkedLeaf[] = [];
  try {
    for await (const leaf of leavesOf(name, content, settings)) {
      const text = (await buffer(leaf.bytes())).toString('utf8');
      leaves.push({ path: leaf.path, text, skipped: leaf.skipped, damaged: leaf.damaged() });
    }
  } catch (error) {
    return { leaves, error };
  }
  return { leaves, error: null };
}
