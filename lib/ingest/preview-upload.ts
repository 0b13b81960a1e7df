import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveError, BUDGET_LIMITS, Budget, type Leaf, walk } from '@/lib/archives';
import type { PreviewAnswer } from '@/lib/interface';
import type { WaitingUpload } from '@/lib/store';
import { FileReader } from './file-reader';
import { countsRow } from './file-report';
import { noteOf } from './file-verdict';
import { PreviewSegment } from './preview-segment';

const NEWLINE = 0x0a;

/** How much of an upload a preview looks at. */
export interface PreviewBounds {
  readonly files: number;
  readonly events: number;
  /** Of each file. */
  readonly bytes: number;
  readonly milliseconds: number;
}

export const PREVIEW_BOUNDS: PreviewBounds = { files: 20, events: 20, bytes: 128 * 1024, milliseconds: 4000 };

/** An archive may hide its first file behind so much; more is not unpacked for a preview. */
const UNPACKED_BYTES_MAX = 512 * 1024 * 1024;
const ENTRIES_MAX = 20_000;

type PreviewFile = PreviewAnswer['files'][number];

/**
 * Reads the beginnings of the first files of an upload as the reader will, and stores nothing. Archives are opened no
 * further than needed, and left when time or room is up.
 */
export async function previewUpload(
  upload: WaitingUpload,
  folders: { readonly spool: string; readonly scratch: string },
  bounds: PreviewBounds = PREVIEW_BOUNDS,
): Promise<PreviewAnswer> {
  const scratchFolder = join(folders.scratch, `preview-${randomUUID()}`);
  const deadline = Date.now() + bounds.milliseconds;
  const signal = AbortSignal.timeout(bounds.milliseconds);
  const budget = new Budget(upload.bytes, { ...BUDGET_LIMITS, bytes: UNPACKED_BYTES_MAX, entries: ENTRIES_MAX });
  const input = { name: upload.name, spoolPath: join(folders.spool, upload.spool), size: upload.bytes };
  const files: PreviewFile[] = [];
  const answer = (complete: boolean, problem: string | null = null) => ({ files, complete, problem });
  try {
    for await (const leaf of walk(input, { budget, scratchFolder, signal })) {
      if (leaf.skipped !== null) continue;
      if (files.length === bounds.files || Date.now() >= deadline) return answer(false);
      files.push(await previewFile(leaf, upload, bounds, signal));
    }
    return answer(true);
  } catch (error) {
    if (signal.aborted) return answer(false);
    if (error instanceof ArchiveError) return answer(false, error.message);
    throw error;
  } finally {
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

async function previewFile(
  leaf: Leaf,
  upload: WaitingUpload,
  bounds: PreviewBounds,
  signal: AbortSignal,
): Promise<PreviewFile> {
  const { bytes, whole } = await beginning(leaf.bytes(), bounds.bytes, signal);
  const segment = new PreviewSegment(bounds.events);
  const told = {
    modified: leaf.modified ?? upload.modified,
    now: upload.created,
    corrections: upload.corrections,
  };
  const reader = new FileReader(0, leaf.path, told, { current: () => segment, blockDone: async () => undefined });
  await reader.read(oneChunk(bytes));
  const events = segment.first(whole ? bounds.events : Math.min(bounds.events, Math.max(1, reader.counts.events - 1)));
  const { format, type } = countsRow(reader.counts);
  const skipped = reader.skipped === null ? null : `will not be read as a log: ${reader.skipped}`;
  const empty = whole && bytes.length === 0 ? 'empty file' : null;
  return { path: leaf.path, format, type, note: leaf.damaged() ?? skipped ?? empty ?? noteOf(reader), events };
}

/** The first bytes, up to the last whole line of them where there is more. */
async function beginning(
  bytes: AsyncIterable<Uint8Array>,
  bytesMax: number,
  signal: AbortSignal,
): Promise<{ bytes: Buffer; whole: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    signal.throwIfAborted();
    // A decoder may reuse its buffer once asked for more.
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > bytesMax) break;
  }
  const all = Buffer.concat(chunks);
  if (size <= bytesMax) return { bytes: all, whole: true };
  const newline = all.lastIndexOf(NEWLINE, bytesMax - 1);
  return { bytes: all.subarray(0, newline === -1 ? bytesMax : newline + 1), whole: false };
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
