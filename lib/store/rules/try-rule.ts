import { Conflict } from '@/lib/errors';
import type { RuleTrialAnswer } from '@/lib/interface';
import { type ActiveRule, activeRulesOf, type KnownRule, triedHits } from '@/lib/rules';
import { type Question, questionAbout, questionWith } from '../answer-about';
import { readOnly } from '../read-only';
import { hitsIn } from '../watch/stored-hits';
import { ruleNamed } from './read-rule';
import { type StoredRules, settingsOf, storedRules } from './stored-rules';
import { tryCorrelation } from './try-correlation';

/** Which stored events a rule is tried on. */
export interface TrialRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly source?: string | undefined;
}

/**
 * What a rule would find among what is stored, whether it is on or off. Nothing is raised. Throws `NotFound`, `BadRequest`, and
 * `Conflict` for a rule that cannot be run.
 */
export async function tryRule(id: string, range: TrialRange, signal?: AbortSignal): Promise<RuleTrialAnswer> {
  const began = performance.now();
  const stored = await storedRules(signal);
  const { known } = ruleNamed(stored, id);
  if (known.kind === 'filter') throw new Conflict('a filter finds nothing by itself; try a rule that it narrows');
  if (known.refusals.length > 0) {
    throw new Conflict(`the rule cannot be run: ${known.refusals.map(({ message }) => message).join('; ')}`);
  }
  const active = asIfOn(stored, known);
  const answer = await readOnly(async (reader) => {
    const all = await questionAbout(reader, { type: [], ...range }, signal);
    const [correlation] = active.correlations.filter((each) => each.id === id);
    if (correlation !== undefined) return tryCorrelation(all, active, correlation);
    const rule = active.rules.find((each) => each.id === id);
    if (rule === undefined) throw new Conflict('the rule cannot be run');
    return tryOne(all, rule);
  }, signal);
  return { ...answer, took: Math.round(performance.now() - began) };
}

/** The rule, and what it is over, as they would run if it alone were on. */
function asIfOn(stored: StoredRules, { id }: KnownRule) {
  const settings = [...settingsOf(stored).values()].map(
    (setting) => [setting.id, { ...setting, on: setting.id === id }] as const,
  );
  return activeRulesOf(stored.book, new Map(settings));
}

async function tryOne(all: Question, rule: ActiveRule): Promise<Omit<RuleTrialAnswer, 'took'>> {
  const question = await questionWith(all, { ...all.scope, query: rule.query });
  const events = await question.matching.count();
  const hits = await hitsIn(question, rule.by, Date.now() * 1000);
  const exact = hits.every(({ key }) => key !== null);
  const { findings, subjects } = triedHits(rule, hits);
  return { events, findings, exact, by: [...rule.by], subjects: exact ? [...subjects] : [] };
}
