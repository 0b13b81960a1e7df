import type { FindingAnswer, FindingsStep, HuntContent, HuntSelection, HuntStep, QueryStep } from '@/lib/interface';

export type HuntFinding = FindingsStep['findings'][number];

const ID_BYTES = 9;

/** An id that no other step has, also none that another person makes at the same moment. */
export function newStepId(): string {
  // `randomUUID` is missing where the page comes over plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
}

/** What an explorer shows, as far as a step keeps it. */
export interface ShownQuery {
  readonly selection: HuntSelection;
  readonly view: QueryStep['view'];
  readonly chart: string | null;
  readonly columns: readonly string[] | null;
}

export function queryStepOf({ selection, view, chart, columns }: ShownQuery): QueryStep {
  return {
    ...{ id: newStepId(), kind: 'query', title: '' },
    ...{ selection, view, chart, columns: columns === null ? null : [...columns] },
    ...{ proof: null, frozen: null },
  };
}

const TITLE_MAX = 1000;
const REASON_MAX = 4000;
const FINDINGS_MAX = 200;

/** A finding as it is now. */
export function copyOfFinding(finding: FindingAnswer): HuntFinding {
  const { id, note, detector, title, reason, level, type, from, to, query, events, techniques } = finding;
  return {
    ...{ id, note, detector, level, type, from, to, query, events },
    title: title.slice(0, TITLE_MAX),
    reason: reason.slice(0, REASON_MAX),
    techniques: techniques.slice(0, 20),
  };
}

/** The steps with a finding in the last step of findings that has room, or in a new one; as they are if it is there. */
export function withFinding(steps: HuntContent['steps'], finding: HuntFinding): HuntContent['steps'] {
  const own = steps.filter((step) => step.kind === 'findings');
  if (own.some(({ findings }) => findings.some(({ id }) => id === finding.id))) return steps;
  const target = own.findLast(({ findings }) => findings.length < FINDINGS_MAX);
  if (target === undefined) {
    return [...steps, { id: newStepId(), kind: 'findings', title: 'Findings', findings: [finding] }];
  }
  return steps.map((step) => (step === target ? { ...target, findings: [...target.findings, finding] } : step));
}

/** The steps without a finding; a step that held nothing else goes with it. */
export function withoutFinding(steps: HuntContent['steps'], id: string): HuntContent['steps'] {
  return steps.flatMap((step): HuntStep[] => {
    if (step.kind !== 'findings' || !step.findings.some((finding) => finding.id === id)) return [step];
    const findings = step.findings.filter((finding) => finding.id !== id);
    return findings.length === 0 ? [] : [{ ...step, findings }];
  });
}
