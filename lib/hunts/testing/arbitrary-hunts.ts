import fc from 'fast-check';
import { LOG_TYPES } from '@/lib/events';
import { FINDING_LEVELS, HUNT_STATUSES, type HuntContent, type HuntStep, huntContent } from '@/lib/interface';

/** Any text, also with what no database and no UTF-8 holds. */
const words = (maxLength: number) =>
  fc
    .string({
      maxLength,
      unit: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom('\0', '\ud800', '\n', '🦝', '<b>')),
    })
    .map((text) => text.slice(0, maxLength));
const lines = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd', '# e'), { maxLength: 6 }).map((some) => some.join('\n'));
const moment = fc.integer({ min: 0, max: 4e12 }).map((time) => new Date(time).toISOString());
const type = fc.constantFrom(...LOG_TYPES);
const ids = fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6');
const event = fc.constantFrom('1-1', '1-2', '2-1', '7-7', '9-0');
const cell = fc.oneof(
  words(5),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  fc.constant(null),
);

const selection = fc.record({
  types: fc.uniqueArray(type, { maxLength: 2 }),
  q: words(8),
  from: fc.option(fc.constantFrom('now-1h', 'now-24h')),
  to: fc.option(moment),
  source: fc.option(words(4)),
});
const snapshot = fc.record({
  at: moment,
  by: words(4),
  count: fc.nat(),
  columns: fc.array(words(4), { maxLength: 2 }),
  rows: fc.array(fc.array(cell, { maxLength: 2 }), { maxLength: 2 }),
});
const pin = fc.record({ event, reason: lines, by: words(4), at: moment });
const finding = fc.record({
  ...{ id: fc.constantFrom('f1', 'f2', 'f3'), note: lines, detector: words(4), title: words(6), reason: words(6) },
  ...{ level: fc.constantFrom(...FINDING_LEVELS), type, from: moment, to: moment, query: words(6), events: fc.nat() },
  techniques: fc.constant<string[]>(['T1611']),
});

const step: fc.Arbitrary<HuntStep> = fc.oneof(
  fc.record({
    ...{ id: ids, kind: fc.constant('query' as const), title: words(6), selection },
    ...{ view: fc.constantFrom('table' as const, 'chart' as const), chart: fc.option(words(4)) },
    ...{
      columns: fc.option(fc.array(words(4), { maxLength: 2 })),
      proof: fc.option(words(4)),
      frozen: fc.option(snapshot),
    },
  }),
  fc.record({ id: ids, kind: fc.constant('note' as const), text: lines }),
  fc.record({
    ...{ id: ids, kind: fc.constant('evidence' as const), title: words(6) },
    pins: fc.uniqueArray(pin, { maxLength: 3, selector: (one) => one.event }),
  }),
  fc.record({
    ...{ id: ids, kind: fc.constant('findings' as const), title: words(6) },
    findings: fc.uniqueArray(finding, { maxLength: 3, selector: ({ id }) => id }),
  }),
);

/** Any content of a hunt, small, with ids that are often the same in two of them. */
export const arbitraryHunt: fc.Arbitrary<HuntContent> = fc
  .record({
    title: words(8).map((title) => `t${title}`),
    ...{ hypothesis: lines, conclusion: lines, status: fc.constantFrom(...HUNT_STATUSES) },
    techniques: fc.uniqueArray(fc.constantFrom('T1611', 'T1098.006', 'T1078', 'T1552'), { maxLength: 4 }),
    owner: words(6),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'ü'), { maxLength: 4 }),
    archived: fc.boolean(),
    steps: fc.uniqueArray(step, { maxLength: 6, selector: ({ id }) => id }),
  })
  .map((content) => huntContent.parse(content));

/** A hunt and two others that were made of it, each by keeping some of its parts and taking others from elsewhere. */
export const arbitraryThree: fc.Arbitrary<{ base: HuntContent; mine: HuntContent; theirs: HuntContent }> = fc
  .tuple(arbitraryHunt, arbitraryHunt, arbitraryHunt, fc.infiniteStream(fc.nat(3)), fc.infiniteStream(fc.nat(3)))
  .map(([base, one, other, first, second]) => ({
    base,
    mine: changed(base, one, first),
    theirs: changed(base, other, second),
  }));

/** Changes one part in four. */
function changed(base: HuntContent, other: HuntContent, dice: Iterator<number>): HuntContent {
  const either = <Value>(kept: Value, fresh: Value): Value => (dice.next().value === 0 ? fresh : kept);
  const steps = base.steps.flatMap((step) =>
    either(
      [step],
      other.steps.filter(({ id }) => id === step.id),
    ),
  );
  const added = other.steps.filter(({ id }) => dice.next().value === 0 && !steps.some((step) => step.id === id));
  return {
    title: either(base.title, other.title),
    hypothesis: either(base.hypothesis, other.hypothesis),
    conclusion: either(base.conclusion, other.conclusion),
    status: either(base.status, other.status),
    techniques: either(base.techniques, other.techniques),
    owner: either(base.owner, other.owner),
    tags: either(base.tags, other.tags),
    archived: either(base.archived, other.archived),
    steps: either([...steps, ...added], [...added, ...steps].reverse()),
  };
}
