import { NotFound } from '@/lib/errors';
import type { EvidenceCopy, HuntAnswer, SourceSummary } from '@/lib/interface';
import type { FileFacts, ReportFacts, SourceFacts } from '@/lib/report';
import { readFiles } from '../read-files';
import { readSources } from '../read-sources';
import type { HuntRange } from './hunt-range';

const SOURCES_MAX = 50;
/** Beside those of the evidence. */
const FILES_MAX = 20;

/** The sources of a hunt's evidence, stored or not, and those with events in its range, the newest first. */
export async function readReportSources(
  hunt: HuntAnswer,
  range: HuntRange,
  signal?: AbortSignal,
): Promise<Pick<ReportFacts, 'sources' | 'moreSources'>> {
  const copies = bySource(hunt.evidence);
  const stored = (await readSources(signal)).sources;
  const isThere = new Set(stored.map(({ id }) => id));
  const wanted = stored.filter((source) => copies.has(source.id) || overlaps(source, range));
  const [ofEvidence, others] = [wanted.filter(({ id }) => copies.has(id)), wanted.filter(({ id }) => !copies.has(id))];
  const shown = [...ofEvidence, ...others].slice(0, SOURCES_MAX);
  const sources: SourceFacts[] = [];
  for (const source of shown) {
    const facts = await factsOrGone(source, copies.get(source.id) ?? [], signal);
    if (facts !== null) sources.push(facts);
  }
  const gone = [...copies].filter(([id]) => !isThere.has(id));
  sources.push(...gone.map(([id, own]): SourceFacts => ({ id, name: nameIn(own), stored: null, files: filesOf(own) })));
  return { sources, moreSources: wanted.length - shown.length };
}

function bySource(evidence: readonly EvidenceCopy[]): ReadonlyMap<string, readonly EvidenceCopy[]> {
  const copies = new Map<string, EvidenceCopy[]>();
  for (const copy of evidence) {
    const those = copies.get(copy.source.id);
    if (those === undefined) copies.set(copy.source.id, [copy]);
    else those.push(copy);
  }
  return copies;
}

function overlaps({ events, from, to }: SourceSummary, range: HuntRange): boolean {
  if (events === 0) return false;
  if (from === null || to === null) return range.from === undefined && range.to === undefined;
  const starts = range.to === undefined || Date.parse(from) < Date.parse(range.to);
  return starts && (range.from === undefined || Date.parse(to) >= Date.parse(range.from));
}

/** Null where the source was deleted a moment ago. */
async function factsOrGone(
  source: SourceSummary,
  copies: readonly EvidenceCopy[],
  signal: AbortSignal | undefined,
): Promise<SourceFacts | null> {
  const { id, name, kind, bytes, events, createdAt, sha256, fileCount } = source;
  try {
    const { files } = await readFiles(id, { order: 'events', direction: 'desc', limit: FILES_MAX, offset: 0 }, signal);
    return {
      id,
      name,
      stored: { kind, bytes, events, createdAt, sha256, fileCount },
      files: withEvidenceFirst(files, copies),
    };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

function withEvidenceFirst(files: readonly FileFacts[], copies: readonly EvidenceCopy[]): FileFacts[] {
  const byPath = new Map(files.map(({ path, bytes, events, sha256 }) => [path, { path, bytes, events, sha256 }]));
  const ofEvidence = filesOf(copies).map((file) => byPath.get(file.path) ?? file);
  const first = new Set(ofEvidence.map(({ path }) => path));
  return [...ofEvidence, ...[...byPath.values()].filter(({ path }) => !first.has(path))];
}

/** What copies of evidence know of the files that they are from. */
function filesOf(copies: readonly EvidenceCopy[]): FileFacts[] {
  const byPath = new Map(copies.map(({ source, fileSha256 }) => [source.file, fileSha256]));
  return [...byPath].map(([path, sha256]) => ({ path, sha256, bytes: null, events: null }));
}

function nameIn([first]: readonly EvidenceCopy[]): string {
  return first?.source.name ?? '';
}
