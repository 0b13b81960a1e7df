import { documentOf, type OwnRule, RuleBook, type RuleSetting } from '@/lib/rules';
import { readOnly } from '../read-only';
import type { Rows } from '../rows-over';
import { BUILT_IN_DIGESTS } from './built-in-digests';
import { type RuleRow, ruleRows, ruleState, ruleTexts } from './rule-rows';
import { syncBuiltIn } from './sync-built-in';

/** All rules as they are stored, judged among each other. */
export interface StoredRules {
  readonly rows: ReadonlyMap<string, RuleRow>;
  readonly book: RuleBook;
  /** What is written in a rule of one's own; empty for a built-in one. */
  textOf(id: string): string;
}

interface ReadText {
  readonly digest: string;
  readonly text: string;
  readonly read: Pick<OwnRule, 'document' | 'problem'>;
}

/** Texts that were read, by the rule: reading one takes a millisecond or more, and most stay as they are. */
const texts = new Map<string, ReadText>();
/** The last answer, and the state of the table that it is about. */
let known: { readonly state: string; readonly rules: StoredRules } | null = null;
/** Others wait this long at most while texts are read. */
const TURN_MS = 20;

/** All rules; those of Trackway are brought into the table first where they are not as this version has them. */
export async function storedRules(signal?: AbortSignal): Promise<StoredRules> {
  const rules = await readStored(signal);
  if (isInStep(rules.rows)) return rules;
  await syncBuiltIn();
  return readStored(signal);
}

function readStored(signal: AbortSignal | undefined): Promise<StoredRules> {
  return readOnly(async (reader) => {
    const state = await ruleState(reader);
    if (known?.state === state) return known.rules;
    const rules = await loadRules(reader);
    known = { state, rules };
    return rules;
  }, signal);
}

/** All rules as a transaction sees them. */
export async function loadRules(rows: Rows): Promise<StoredRules> {
  const found = await ruleRows(rows);
  const own = found.filter(({ origin }) => origin === 'own');
  const read = await readTexts(rows, own);
  const on = new Set(found.filter((row) => row.on).map(({ id }) => id));
  const documents = own.map((row) => ownRuleOf(row, read.get(row.id)));
  return {
    rows: new Map(found.map((row) => [row.id, row])),
    book: new RuleBook(documents, on),
    textOf: (id) => read.get(id)?.text ?? '',
  };
}

function ownRuleOf({ id, kind, title }: RuleRow, read: ReadText | undefined): OwnRule {
  return { id, kind, title, document: read?.read.document ?? null, problem: read?.read.problem ?? null };
}

async function readTexts(rows: Rows, own: readonly RuleRow[]): Promise<ReadonlyMap<string, ReadText>> {
  const unread = own.filter(({ id, digest }) => texts.get(id)?.digest !== digest);
  const found = await ruleTexts(
    rows,
    unread.map(({ id }) => id),
  );
  let turn = Date.now();
  for (const { id, digest } of unread) {
    const text = found.get(id) ?? '';
    const read = documentOf(text);
    texts.set(id, {
      digest,
      text,
      read: { document: read.document, problem: read.document === null ? read.problem : null },
    });
    if (Date.now() - turn < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    turn = Date.now();
  }
  const ids = new Set(own.map(({ id }) => id));
  for (const id of texts.keys()) if (!ids.has(id)) texts.delete(id);
  return new Map(
    own.flatMap(({ id }) => {
      const read = texts.get(id);
      return read === undefined ? [] : [[id, read] as const];
    }),
  );
}

function isInStep(rows: ReadonlyMap<string, RuleRow>): boolean {
  const stored = [...rows.values()].filter(({ origin }) => origin === 'built-in');
  return (
    stored.length === BUILT_IN_DIGESTS.size && stored.every(({ id, digest }) => BUILT_IN_DIGESTS.get(id) === digest)
  );
}

/** What is set of each rule, for whoever runs them. */
export function settingsOf({ rows }: StoredRules): ReadonlyMap<string, RuleSetting> {
  return new Map(
    [...rows.values()].map(({ id, on, exclude, generation, lookBack }) => [
      id,
      { id, on, exclude, generation, looksBack: LOOKS_BACK.has(lookBack) },
    ]),
  );
}

const LOOKS_BACK: ReadonlySet<RuleRow['lookBack']> = new Set(['waiting', 'running', 'done']);
