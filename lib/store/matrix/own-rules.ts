import type { LogType } from '@/lib/events';
import { sql } from '@/lib/query';
import { readTags } from '@/lib/rules';
import { isNamed, logSourceFor, parseSigma, type SigmaDocument } from '@/lib/sigma';
import type { Reader } from '../read-only';

/** What the matrix knows of a rule that people brought. */
export interface OwnRule {
  readonly types: readonly LogType[];
  readonly techniques: readonly string[];
  readonly matrix: readonly string[];
}

/** A row of `rule`. */
interface Row {
  readonly id: string;
  readonly digest: string;
  readonly changed: string;
}

interface Kept {
  readonly version: string;
  readonly document: SigmaDocument | null;
}

/** The documents of the rules that are there, by their ids: reading four hundred takes longer than all the rest. */
let kept: ReadonlyMap<string, Kept> = new Map();

/** What rules that people brought look for, by their ids. Only what changed since is read again. */
export async function ownRules(reader: Reader): Promise<ReadonlyMap<string, OwnRule>> {
  const rows = await reader.rows<Row>(sql`
    SELECT rule.id, rule.digest, rule.generation || ' ' || rule.changed_at AS changed
    FROM rule WHERE rule.origin = 'own' AND rule.kind <> 'filter'`);
  const known = kept;
  const version = ({ digest, changed }: Row) => `${digest} ${changed}`;
  const stale = rows.filter((row) => known.get(row.id)?.version !== version(row));
  const texts = await textsOf(
    reader,
    stale.map(({ id }) => id),
  );
  const documents = new Map<string, Kept>();
  for (const row of rows) {
    const text = texts.get(row.id);
    const before = known.get(row.id);
    const now = text === undefined ? before : { version: version(row), document: documentIn(text) };
    if (now !== undefined) documents.set(row.id, now);
  }
  kept = documents;
  const all = [...documents.values()].flatMap(({ document }) => document ?? []);
  return new Map(
    [...documents].flatMap(([id, { document }]) => (document === null ? [] : [[id, saidOf(document, all)]])),
  );
}

async function textsOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; text: string }>(
    sql`SELECT rule.id, rule.text FROM rule WHERE rule.id = ANY (${[...ids]}::text[])`,
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

function documentIn(text: string): SigmaDocument | null {
  return parseSigma(text).documents[0] ?? null;
}

function saidOf(document: SigmaDocument, all: readonly SigmaDocument[]): OwnRule {
  const { techniques, matrix } = readTags(document.head.tags);
  return { types: [...new Set(typesOf(document, all, new Set()))], techniques, matrix };
}

/** Those of its log source; of a correlation those of the rules that it is over, each of which is followed once. */
function typesOf(document: SigmaDocument, all: readonly SigmaDocument[], seen: Set<SigmaDocument>): readonly LogType[] {
  if (seen.has(document)) return [];
  seen.add(document);
  if (document.kind !== 'correlation') return logSourceFor(document.logSource)?.types ?? [];
  const parts = all.filter((other) => document.rules.some((name) => isNamed(other, name)));
  return parts.flatMap((part) => typesOf(part, all, seen));
}
