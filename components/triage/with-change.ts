import {
  FINDING_LEVELS,
  type FindingAnswer,
  type FindingPatch,
  type FindingsAnswer,
  type Verdict,
} from '@/lib/interface';
import { type FindingsAsked, passes, verdictsOf } from './findings-asked';

/**
 * The answer as it will be once the server knows of a change: the finding leaves or enters the list as its verdict passes
 * what was asked for, and the counts follow. `before` is the finding as it was.
 */
export function withChange(
  answer: FindingsAnswer,
  asked: FindingsAsked,
  before: FindingAnswer,
  patch: FindingPatch,
): FindingsAnswer {
  const here = answer.findings.some(({ id }) => id === before.id);
  if (!here && passes(asked, before) !== true) return answer;
  const after: FindingAnswer = { ...before, verdict: patch.verdict ?? before.verdict, note: patch.note ?? before.note };
  const was = verdictsOf(asked).includes(before.verdict);
  const is = verdictsOf(asked).includes(after.verdict);
  const step = Number(is) - Number(was);
  return {
    ...answer,
    findings: listed(answer.findings, after, here, is && !was, is),
    total: answer.total + step,
    hidden: answer.hidden - step,
    byVerdict: moved(answer.byVerdict, before.verdict, after.verdict),
  };
}

function listed(
  findings: readonly FindingAnswer[],
  after: FindingAnswer,
  here: boolean,
  enters: boolean,
  stays: boolean,
): FindingAnswer[] {
  if (here && stays) return findings.map((each) => (each.id === after.id ? after : each));
  const others = findings.filter(({ id }) => id !== after.id);
  return enters ? insert(others, after) : others;
}

/** At its place: the worst and latest first, as the server orders them. */
function insert(findings: readonly FindingAnswer[], finding: FindingAnswer): FindingAnswer[] {
  const place = findings.findIndex((each) => comesBefore(finding, each));
  return place === -1 ? [...findings, finding] : findings.toSpliced(place, 0, finding);
}

function comesBefore(one: FindingAnswer, other: FindingAnswer): boolean {
  const worse = FINDING_LEVELS.indexOf(one.level) - FINDING_LEVELS.indexOf(other.level);
  return worse === 0 ? Date.parse(one.from) > Date.parse(other.from) : worse > 0;
}

function moved(counts: FindingsAnswer['byVerdict'], from: Verdict, to: Verdict): FindingsAnswer['byVerdict'] {
  if (from === to) return counts;
  return { ...counts, [from]: Math.max(0, counts[from] - 1), [to]: counts[to] + 1 };
}
