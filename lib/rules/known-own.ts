import type { LogType } from '@/lib/events';
import type { Confidence, RuleKind, RuleRefusal } from '@/lib/interface';
import { type Query, resolveField } from '@/lib/query';
import {
  type CompiledRule,
  type CorrelationRule,
  compileRule,
  type DetectionRule,
  type FilterRule,
  filtersFor,
  isNamed,
  logSourceFor,
  type Refusal,
  type RefusedRule,
  type SigmaDocument,
} from '@/lib/sigma';
import type { KnownRule, RuleFacts } from './known-rule';
import { readTags } from './sigma-tags';
import { subjectFields } from './subject-fields';

/** A rule of people's own as it is stored. */
export interface OwnRule {
  readonly id: string;
  readonly kind: RuleKind;
  readonly title: string;
  /** Null where the text is no rule any more; `problem` then says why. */
  readonly document: SigmaDocument | null;
  readonly problem: string | null;
}

/** How sure a rule is, of what Sigma calls its status: how long it has been tried (specification, Status). */
const CONFIDENCE: Readonly<Record<string, Confidence>> = { stable: 'high', test: 'medium' };

/** What a rule compiles to, remembered with the filters that narrowed it: most rules stay as they are. */
const COMPILED = new WeakMap<
  DetectionRule,
  { readonly filters: readonly FilterRule[]; readonly made: CompiledRule | RefusedRule }
>();

export function compiled(rule: DetectionRule, filters: readonly FilterRule[]): CompiledRule | RefusedRule {
  const narrowing = filtersFor(rule, filters);
  const known = COMPILED.get(rule);
  if (known?.filters.length === narrowing.length && narrowing.every((filter, place) => filter === known.filters[place]))
    return known.made;
  const made = compileRule(rule, { filters: narrowing });
  COMPILED.set(rule, { filters: narrowing, made });
  return made;
}

/** A text that cannot be read as a rule any more. */
export function unreadable({ id, kind, title, problem }: OwnRule): KnownRule {
  return {
    ...{ id, origin: 'own', kind, types: [], by: [], needs: null, run: null, correlation: null, document: null },
    ...{ raises: false, refersTo: [] },
    facts: { ...NO_FACTS, title },
    refusals: [{ kind: 'unreadable', about: title, message: problem ?? 'the text holds no rule' }],
  };
}

/** A rule over events. `filters` are those that are on. */
export function knownDetection(id: string, document: DetectionRule, filters: readonly FilterRule[]): KnownRule {
  const made = compiled(document, filters);
  const source = logSourceFor(document.logSource);
  return {
    ...headOf(id, document),
    types: source?.types ?? [],
    by: source === null ? [] : subjectFields(source),
    refusals: (made.refusals ?? []).map(refusalOf),
    run: made.refusals === null ? runOf(made) : null,
  };
}

/** A filter, which never raises anything. */
export function knownFilter(id: string, document: FilterRule, rules: readonly NamedRule[]): KnownRule {
  const source = logSourceFor(document.logSource);
  const narrowed = rules.filter((rule) => filtersFor(rule.document, [document]).length > 0);
  return {
    ...headOf(id, document),
    types: source?.types ?? [],
    raises: false,
    refersTo: narrowed.map((rule) => rule.id),
  };
}

export interface NamedRule {
  readonly id: string;
  readonly document: DetectionRule;
}

/** A correlation over rules of people's own. */
export function knownCorrelation(
  id: string,
  document: CorrelationRule,
  parts: readonly KnownRule[],
  refusals: readonly Refusal[],
): KnownRule {
  const named = parts.filter(
    ({ document: part }) => part !== null && document.rules.some((name) => isNamed(part, name)),
  );
  const types = new Set<LogType>(named.flatMap((part) => part.types));
  return {
    ...headOf(id, document),
    types: [...types],
    by: document.groupBy.map((field) => fieldOf(field, document, named)),
    refusals: refusals.map(refusalOf),
    correlation: document,
    refersTo: named.map((part) => part.id),
  };
}

/** The field of the query language that a correlation groups by: the first that stands for it in the first of its rules. */
function fieldOf(name: string, { rules, aliases }: CorrelationRule, parts: readonly KnownRule[]): string {
  for (const { run } of parts) {
    const rule = run === null ? undefined : rules.find((other) => isNamed(run.document, other));
    const field = (rule === undefined ? undefined : aliases.get(name)?.get(rule)) ?? name;
    const known = Object.entries(run?.logSource.fields ?? {}).find(
      ([key]) => key.toLowerCase() === field.toLowerCase(),
    );
    const target = known === undefined ? undefined : [known[1]].flat()[0];
    if (target !== undefined) return typeof target === 'string' ? target : target.field;
  }
  return resolveField(name).name;
}

function headOf(id: string, document: SigmaDocument): KnownRule {
  return {
    ...{ id, origin: 'own', kind: document.kind, facts: factsOf(document), types: [], by: [], needs: null },
    ...{ refusals: [], run: null, correlation: null, document, raises: true, refersTo: [] },
  };
}

function runOf({ query, text, logSource, rule }: CompiledRule): { query: Query } & NonNullable<KnownRule['run']> {
  return { query, text, logSource, document: rule };
}

function refusalOf({ kind, subject, message }: Refusal): RuleRefusal {
  return { kind, about: subject, message };
}

const NO_FACTS: RuleFacts = {
  ...{ title: '', about: '', level: 'medium', confidence: 'low', status: null, author: null, license: null },
  ...{ tactics: [], techniques: [], matrix: [], falsePositives: [], references: [], tags: [], next: [] },
};

function factsOf({ head }: SigmaDocument): RuleFacts {
  const { title, status, author, license, falsePositives, references, tags } = head;
  return {
    ...{ title, status, author, license, falsePositives, references, tags, next: [] },
    ...readTags(tags),
    about: head.description ?? '',
    // Sigma lets a rule leave it out; nothing is said of it by that.
    level: head.level ?? 'medium',
    confidence: CONFIDENCE[status ?? ''] ?? 'low',
  };
}
