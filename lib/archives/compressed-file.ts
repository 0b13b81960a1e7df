import type { Archive, Entry } from './archive';
import { withoutSuffix } from './path';
import { type SevenZipType, unpackWithSevenZip } from './seven-zip';

interface CompressedFileOptions {
  readonly name: string;
  readonly title: string;
  readonly type: SevenZipType;
  /** Suffixes a file of this kind has, and what remains of them. */
  readonly suffixes: Readonly<Record<string, string>>;
  matches(head: Uint8Array): boolean;
}

/** A kind of single compressed stream that 7-Zip unpacks from a spool file. */
export function compressedFile({ name, title, type, suffixes, matches }: CompressedFileOptions): Archive {
  return {
    name,
    title,
    stream: true,
    needsSpool: true,
    matches,
    async *entries(input, path, budget): AsyncGenerator<Entry> {
      budget.chargeEntry();
      yield {
        path: withoutSuffix(path, suffixes),
        modified: null,
        skipped: null,
        size: null,
        async *bytes() {
          // What needs a spool file has a size.
          const charge = budget.chargeMember(() => input.size ?? 0);
          for await (const bytes of unpackWithSevenZip(type, input)) {
            charge(bytes.length);
            yield bytes;
          }
        },
      };
    },
  };
}
