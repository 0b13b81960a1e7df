import type { ReadRule } from '@/lib/interface';
import { type ReadDocument, RuleBook } from '@/lib/rules';
import { readRuleOf } from './store-rules';
import { storedRules } from './stored-rules';

/** What would become of rules that were handed in, among those that are stored. Stores nothing. */
export async function checkRules(given: readonly ReadDocument[], signal?: AbortSignal): Promise<ReadRule[]> {
  const stored = await storedRules(signal);
  const ids = new Set(given.flatMap(({ document }) => document.head.id?.toLowerCase() ?? []));
  const others = stored.book.rules.flatMap(({ id, kind, document, facts }) => {
    const isReplaced = document?.head.id != null && ids.has(document.head.id.toLowerCase());
    return document === null || isReplaced ? [] : [{ id, kind, title: facts.title, document, problem: null }];
  });
  const checked = given.map(({ document }, place) => ({
    id: `checked ${place}`,
    kind: document.kind,
    title: document.head.title,
    document,
    problem: null,
  }));
  const on = new Set([...stored.rows.values()].filter((row) => row.on).map(({ id }) => id));
  const book = new RuleBook([...others, ...checked], on);
  return given.map((rule, place) => readRuleOf({ book }, `checked ${place}`, rule, 'checked'));
}
