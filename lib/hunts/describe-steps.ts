import type { HuntStep, HuntStepKind, QueryStep } from '@/lib/interface';
import { same } from './content';
import { counted, quoted, wrote } from './words';

const KINDS: readonly HuntStepKind[] = ['query', 'note', 'evidence', 'findings'];
const ONE = { query: 'query', note: 'note', evidence: 'list of evidence', findings: 'list of findings' } as const;
const MANY = { query: 'queries', note: 'notes', evidence: 'lists of evidence', findings: 'lists of findings' } as const;

/** What was changed in the steps of a hunt, in words. */
export function describeSteps(before: readonly HuntStep[], after: readonly HuntStep[]): string[] {
  const was = new Map(before.map((step) => [step.id, step]));
  const is = new Map(after.map((step) => [step.id, step]));
  const sentences = [
    ...describeKinds(
      'added',
      after.filter(({ id }) => !was.has(id)),
    ),
    ...describeKinds(
      'deleted',
      before.filter(({ id }) => !is.has(id)),
    ),
  ];
  for (const step of after) {
    const old = was.get(step.id);
    if (old !== undefined && !same(old, step)) sentences.push(...describeStep(old, step));
  }
  const still = before.filter(({ id }) => is.has(id)).map(({ id }) => id);
  const now = after.filter(({ id }) => was.has(id)).map(({ id }) => id);
  if (!same(still, now)) sentences.push('put steps in another order');
  return [...new Set(sentences)];
}

/** Steps that came or went, those of a kind together; what a new list holds is told with it. */
function describeKinds(verb: string, steps: readonly HuntStep[]): string[] {
  const sentences = KINDS.flatMap((kind) => {
    const some = steps.filter((step) => step.kind === kind);
    const [first] = some;
    if (first === undefined) return [];
    return `${verb} ${some.length === 1 ? nameOf(first) : `${some.length} ${MANY[kind]}`}`;
  });
  const pins = steps.reduce((sum, step) => sum + (step.kind === 'evidence' ? step.pins.length : 0), 0);
  if (pins > 0 && verb === 'added') sentences.push(`pinned ${counted(pins, 'event')}`);
  return sentences;
}

/** A step with its title, where it has one. */
function nameOf(step: HuntStep): string {
  const title = step.kind === 'note' ? '' : step.title;
  return title === '' ? `a ${ONE[step.kind]}` : `the ${ONE[step.kind]} ${quoted(title)}`;
}

function describeStep(before: HuntStep, after: HuntStep): string[] {
  if (before.kind === 'note' && after.kind === 'note') return [wrote('a note', before.text, after.text)];
  const sentences: string[] = [];
  if (before.kind !== 'note' && after.kind !== 'note' && before.title !== after.title) {
    sentences.push(`renamed ${nameOf(before)} to ${quoted(after.title)}`);
  }
  if (before.kind === 'query' && after.kind === 'query') sentences.push(...describeQuery(before, after));
  if (before.kind === 'evidence' && after.kind === 'evidence') {
    sentences.push(...describeItems('event', before.pins, after.pins, ({ event }) => event, nameOf(after)));
  }
  if (before.kind === 'findings' && after.kind === 'findings') {
    sentences.push(...describeItems('finding', before.findings, after.findings, ({ id }) => id, nameOf(after)));
  }
  return sentences.length === 0 ? [`changed ${nameOf(after)}`] : sentences;
}

function describeQuery(before: QueryStep, after: QueryStep): string[] {
  const sentences: string[] = [];
  if (before.selection.q !== after.selection.q) sentences.push(`changed what ${nameOf(after)} asks`);
  else if (!same(before.selection, after.selection)) sentences.push(`changed what ${nameOf(after)} is about`);
  if (!same(before.frozen, after.frozen)) {
    sentences.push(
      after.frozen === null ? `made ${nameOf(after)} live` : `froze ${nameOf(after)} at ${after.frozen.count} events`,
    );
  }
  if (!same([before.view, before.chart, before.columns], [after.view, after.chart, after.columns])) {
    sentences.push(`changed how ${nameOf(after)} is shown`);
  }
  return sentences;
}

function describeItems<Item>(
  what: 'event' | 'finding',
  before: readonly Item[],
  after: readonly Item[],
  idOf: (item: Item) => string,
  name: string,
): string[] {
  const was = new Map(before.map((item) => [idOf(item), item]));
  const is = new Set(after.map(idOf));
  const added = after.filter((item) => !was.has(idOf(item))).length;
  const gone = before.filter((item) => !is.has(idOf(item))).length;
  const changed = after.filter((item) => was.has(idOf(item)) && !same(was.get(idOf(item)), item)).length;
  const sentences: string[] = [];
  if (added > 0) sentences.push(`${what === 'event' ? 'pinned' : 'put'} ${counted(added, what)} in ${name}`);
  if (gone > 0) sentences.push(`took ${counted(gone, what)} out of ${name}`);
  if (changed > 0) sentences.push(`changed what is said of ${counted(changed, what)} in ${name}`);
  return sentences;
}
