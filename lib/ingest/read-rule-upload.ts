import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveError, BUDGET_LIMITS, Budget, EventLoopTurns, type Leaf, walk } from '@/lib/archives';
import { env } from '@/lib/env';
import { BadRequest, TooLarge } from '@/lib/errors';
import { RULES_BYTES_MAX } from '@/lib/interface';
import { type ReadDocument, type ReadProblem, readRules } from '@/lib/rules';

/** In all of an upload, unpacked. */
const UNPACKED_BYTES_MAX = 512 * 1024 ** 2;
const ENTRIES_MAX = 100_000;
/** Of one file; the reader of rules says why a longer one is none. */
const FILE_BYTES_MAX = 4 * 1024 ** 2;
/** What is read of one upload as YAML, in characters: two million take a second. A checkout of SigmaHQ has some six. */
const TEXT_MAX = 32 * 1024 ** 2;
const PROBLEMS_MAX = 1000;
const RULE_FILE = /\.ya?ml$/i;

/** Rules of an upload. */
export interface RuleUpload {
  readonly rules: readonly ReadDocument[];
  readonly problems: readonly ReadProblem[];
  /** Files of an archive that are no rules by their names. */
  readonly passedOver: number;
}

/**
 * Reads the rules of a body: YAML, or an archive with such files, however packed. `name` is a label: what a file that is no archive
 * is called. Throws `BadRequest` for an empty body and a broken archive, and `TooLarge`.
 */
export async function readRuleUpload(
  body: ReadableStream<Uint8Array> | null,
  name: string | undefined,
  signal: AbortSignal,
): Promise<RuleUpload> {
  const scratchFolder = join(env().TRACKWAY_DATA, 'scratch', `rules-${randomUUID()}`);
  await mkdir(scratchFolder, { recursive: true });
  try {
    const spoolPath = join(scratchFolder, 'upload');
    const size = await save(body, spoolPath);
    if (size === 0) throw new BadRequest('the body is empty; send YAML, or an archive with YAML files');
    const budget = new Budget(size, { ...BUDGET_LIMITS, bytes: UNPACKED_BYTES_MAX, entries: ENTRIES_MAX });
    const leaves = walk({ name: name ?? 'rules.yml', spoolPath, size }, { budget, scratchFolder, signal });
    return await readLeaves(leaves, name ?? null);
  } catch (error) {
    if (error instanceof ArchiveError)
      throw new BadRequest(`the archive cannot be read: ${error.message}`, { cause: error });
    throw error;
  } finally {
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

async function save(body: ReadableStream<Uint8Array> | null, path: string): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const chunk of body ?? []) {
      bytes += chunk.length;
      if (bytes > RULES_BYTES_MAX)
        throw new TooLarge(`rules of at most ${RULES_BYTES_MAX / 1024 ** 2} MB can be handed in at once`);
      await file.write(chunk);
    }
    return bytes;
  } finally {
    await file.close();
  }
}

async function readLeaves(leaves: AsyncIterable<Leaf>, name: string | null): Promise<RuleUpload> {
  const rules: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  const turns = new EventLoopTurns();
  let passedOver = 0;
  let left = TEXT_MAX;
  for await (const leaf of leaves) {
    await turns.share();
    const file = leaf.isUpload ? name : leaf.path;
    if (!leaf.isUpload && !RULE_FILE.test(leaf.path)) {
      passedOver += 1;
      continue;
    }
    const text = leaf.skipped === null ? await textOf(leaf) : { problem: leaf.skipped };
    if (typeof text !== 'string') {
      problems.push({ file, line: null, message: text.problem });
      continue;
    }
    left -= text.length;
    if (left < 0) {
      const most = TEXT_MAX / 1024 ** 2;
      throw new TooLarge(
        `the files of rules have more than ${most} million characters together; hand them in by parts`,
      );
    }
    const read = readRules(text, file);
    rules.push(...read.rules);
    problems.push(...read.problems);
    if (read.rules.length === 0 && read.problems.length === 0)
      problems.push({ file, line: null, message: 'there is no rule in it' });
  }
  return { rules, problems: shortened(problems), passedOver };
}

function shortened(problems: readonly ReadProblem[]): readonly ReadProblem[] {
  if (problems.length <= PROBLEMS_MAX) return problems;
  const more = { file: null, line: null, message: `and ${problems.length - PROBLEMS_MAX} more problems` };
  return [...problems.slice(0, PROBLEMS_MAX), more];
}

async function textOf(leaf: Leaf): Promise<string | { readonly problem: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of leaf.bytes()) {
    size += chunk.length;
    if (size > FILE_BYTES_MAX) return { problem: `a file of rules has at most ${FILE_BYTES_MAX / 1024 ** 2} MB` };
    // A decoder may use its buffer again.
    chunks.push(Buffer.from(chunk));
  }
  const damage = leaf.damaged();
  if (damage !== null) return { problem: damage };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    // No text of the database holds it, and no rule needs it.
    return text.includes('\0') ? { problem: 'the file holds the character U+0000, so it is no YAML' } : text;
  } catch {
    return { problem: 'the file is not UTF-8' };
  }
}
