import type { RuleTrialAnswer } from '@/lib/interface';
import { combine } from '@/lib/query';
import {
  type ActiveCorrelation,
  type ActiveRules,
  CorrelationTimeline,
  correlatedFields,
  correlationParts,
} from '@/lib/rules';
import type { FoundCorrelation } from '@/lib/sigma';
import { type Question, questionWith } from '../answer-about';
import { correlatedIn } from '../watch/correlated-in';

/** How many events of its rules a trial of a correlation looks at, the earliest first. */
const EVENTS_MAX = 20_000;
const SUBJECTS_MAX = 100;

/** What a correlation would find among the events of a question. `active`: it, and all that it is over. */
export async function tryCorrelation(
  all: Question,
  active: Pick<ActiveRules, 'rules' | 'correlations'>,
  correlation: ActiveCorrelation,
): Promise<Omit<RuleTrialAnswer, 'took'>> {
  const parts = correlationParts(correlation, active);
  const either = combine(
    'or',
    parts.rules.map(({ query }) => query),
  );
  const events = await (await questionWith(all, { ...all.scope, query: either })).matching.count();
  const share = Math.floor(EVENTS_MAX / Math.max(1, parts.rules.length));
  const fields = correlatedFields([parts]);
  const timeline = new CorrelationTimeline(parts);
  let whole = true;
  for (const rule of parts.rules) {
    const question = await questionWith(all, { ...all.scope, query: rule.query });
    const part = await correlatedIn(question, { rule, names: fields.get(rule.id) ?? [] }, 'earliest', share);
    timeline.add(part.events);
    whole = whole && part.whole;
  }
  const raised = timeline.matches(Number.POSITIVE_INFINITY);
  return { events, findings: raised.length, exact: whole, by: [...correlation.by], subjects: subjectsOf(raised) };
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
