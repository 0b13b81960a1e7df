import type { EventAnswer, RuleTrialAnswer } from '@/lib/interface';
import { combine } from '@/lib/query';
import {
  type ActiveCorrelation,
  type ActiveRule,
  type ActiveRules,
  type Correlated,
  CorrelatedEvent,
  correlate,
  correlatedFields,
  correlationParts,
} from '@/lib/rules';
import { type Question, questionWith } from '../answer-about';
import { type EventCursor, parseOrder } from '../event-order';
import { EventAnswers } from '../event-rows';
import { startBehind } from '../read-events';
import { TailEvent } from '../tail/tail-event';

/** How many events of its rules a trial of a correlation looks at, the earliest first. */
const EVENTS_MAX = 20_000;
const PAGE = 1000;
const SUBJECTS_MAX = 100;
const EARLIEST = parseOrder('asc');
const NO_NAMES: ReadonlySet<string> = new Set();

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
  const fields = correlatedFields(correlationParts(active));
  const found: CorrelatedEvent[] = [];
  let whole = true;
  for (const rule of active.rules) {
    const question = await questionWith(all, { ...all.scope, query: rule.query });
    const page = await earliest(question, rule, fields.get(rule.id) ?? [], share);
    found.push(...page.events);
    whole = whole && page.whole;
  }
  const raised = correlate(active.correlations, found, Number.POSITIVE_INFINITY).filter(
    (each) => each.correlation === correlation,
  );
  return { events, findings: raised.length, exact: whole, by: [...correlation.by], subjects: subjectsOf(raised) };
}

async function earliest(
  question: Question,
  rule: ActiveRule,
  names: readonly string[],
  most: number,
): Promise<{ readonly events: CorrelatedEvent[]; readonly whole: boolean }> {
  const answers = new EventAnswers(question.reader);
  const events: CorrelatedEvent[] = [];
  for (let cursor: EventCursor | null = null; ; ) {
    const rows = await question.matching.page(EARLIEST, cursor, PAGE);
    const times = rows.map((row) => row.time_micros);
    for (const [place, answer] of (await answers.of(rows)).entries()) {
      const time = times[place];
      // What has no time is neither before nor after anything.
      if (time == null) continue;
      const { id, type } = answer;
      const event = eventOf(answer, Number(time));
      events.push(CorrelatedEvent.of(rule, names, event, { id, type, time: Number(time) }));
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

function subjectsOf(raised: readonly Correlated[]): RuleTrialAnswer['subjects'] {
  const subjects = new Map<string, { values: string[]; events: number }>();
  for (const { match } of raised) {
    const { group, events } = match;
    const name = JSON.stringify(group);
    const subject = subjects.get(name) ?? { values: [...group], events: 0 };
    subject.events += events.length;
    subjects.set(name, subject);
  }
  return [...subjects.values()].sort((one, other) => other.events - one.events).slice(0, SUBJECTS_MAX);
}
