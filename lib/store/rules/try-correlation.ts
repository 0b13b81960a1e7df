import type { EventAnswer, RuleTrialAnswer } from '@/lib/interface';
import { combine } from '@/lib/query';
import type { ActiveCorrelation, ActiveRule, ActiveRules } from '@/lib/rules';
import { CorrelationSet, type FoundCorrelation, fieldValue } from '@/lib/sigma';
import { type Question, questionWith } from '../answer-about';
import { type EventCursor, parseOrder } from '../event-order';
import { EventAnswers } from '../event-rows';
import { startBehind } from '../read-events';
import { TailEvent } from '../tail/tail-event';
import { grouped } from './grouped';

/** How many events of its rules a trial of a correlation looks at, the earliest first. */
const EVENTS_MAX = 20_000;
const PAGE = 1000;
const SUBJECTS_MAX = 100;
const EARLIEST = parseOrder('asc');
const NO_NAMES: ReadonlySet<string> = new Set();

interface FoundEvent {
  readonly rule: ActiveRule;
  readonly event: TailEvent;
  readonly time: number;
}

/** What a correlation would find among the events of a question. `active`: it, and all that it is over. */
export async function tryCorrelation(
  all: Question,
  active: Pick<ActiveRules, 'rules' | 'correlations'>,
  correlation: ActiveCorrelation,
): Promise<Omit<RuleTrialAnswer, 'took'>> {
  const either = combine(
    'or',
    active.rules.map(({ query }) => query),
  );
  const events = await (await questionWith(all, { ...all.scope, query: either })).matching.count();
  const share = Math.floor(EVENTS_MAX / Math.max(1, active.rules.length));
  const found: FoundEvent[] = [];
  let whole = true;
  for (const rule of active.rules) {
    const page = await earliest(await questionWith(all, { ...all.scope, query: rule.query }), rule, share);
    found.push(...page.events);
    whole = whole && page.whole;
  }
  const raised = raisedBy(found, active.correlations).filter(({ rule }) => rule === correlation.document);
  return { events, findings: raised.length, exact: whole, by: [...correlation.by], subjects: subjectsOf(raised) };
}

async function earliest(
  question: Question,
  rule: ActiveRule,
  most: number,
): Promise<{ readonly events: FoundEvent[]; readonly whole: boolean }> {
  const answers = new EventAnswers(question.reader);
  const events: FoundEvent[] = [];
  for (let cursor: EventCursor | null = null; ; ) {
    const rows = await question.matching.page(EARLIEST, cursor, PAGE);
    const times = rows.map((row) => row.time_micros);
    for (const [place, answer] of (await answers.of(rows)).entries()) {
      const time = times[place];
      // What has no time is neither before nor after anything.
      if (time != null) events.push({ rule, time: Number(time), event: eventOf(answer, Number(time)) });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return { events, whole: true };
    if (events.length >= most) return { events, whole: false };
    cursor = startBehind(last);
  }
}

function eventOf(answer: EventAnswer, time: number): TailEvent {
  return new TailEvent(answer, 0, { time, sourceName: null, text: '', attributes: NO_NAMES });
}

function raisedBy(found: readonly FoundEvent[], correlations: readonly ActiveCorrelation[]): FoundCorrelation[] {
  const set = new CorrelationSet(correlations.map(({ document }) => document));
  const byEvent = grouped(found, ({ event }) => event.answer.id);
  const inOrder = [...byEvent.values()].sort((one, other) => (one[0]?.time ?? 0) - (other[0]?.time ?? 0));
  const raised = inOrder.flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const field = (name: string) => valueOf(same, name);
    const { time, event } = first;
    return set.add(
      same.map(({ rule }) => rule.document),
      { time, id: event.answer.id, field },
    );
  });
  return [...raised, ...set.advance(Number.POSITIVE_INFINITY)];
}

/** A field as any of the rules that found an event calls it. */
function valueOf(same: readonly FoundEvent[], name: string): string | null {
  for (const { rule, event } of same) {
    const value = fieldValue(rule.logSource, event, name);
    if (value !== null) return value;
  }
  return null;
}

function subjectsOf(raised: readonly FoundCorrelation[]): RuleTrialAnswer['subjects'] {
  const subjects = new Map<string, { values: string[]; events: number }>();
  for (const { group, events } of raised) {
    const name = JSON.stringify(group);
    const subject = subjects.get(name) ?? { values: [...group], events: 0 };
    subject.events += events.length;
    subjects.set(name, subject);
  }
  return [...subjects.values()].sort((one, other) => other.events - one.events).slice(0, SUBJECTS_MAX);
}
