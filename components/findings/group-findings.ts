import { FIELDS } from '@/lib/events';
import type { FindingAnswer } from '@/lib/interface';
import type { Grouping } from './search-params';

/** A head above the findings that belong together, or one of them. */
export type ListRow =
  | { readonly kind: 'head'; readonly key: string; readonly title: string; readonly count: number }
  | { readonly kind: 'finding'; readonly key: string; readonly finding: FindingAnswer };

/** Whom a finding is about, of all that its subject names: who acted says more than where. */
const WHO = ['user', 'src_pod', 'src_ip', 'pod', 'node'];
const RANKS: ReadonlyMap<string, number> = new Map(
  [...WHO, ...FIELDS.map(({ name }) => name).filter((name) => !WHO.includes(name))].map((name, rank) => [name, rank]),
);

/** The rows of the list. A group stands where its first finding stood, so the worst and latest stay on top. */
export function groupFindings(findings: readonly FindingAnswer[], by: Grouping | null): readonly ListRow[] {
  if (by === null) return findings.map(rowOf);
  const groups = new Map<string, FindingAnswer[]>();
  for (const finding of findings) {
    const title = by === 'detector' ? finding.detectorTitle : whoOf(finding);
    const members = groups.get(title);
    if (members === undefined) groups.set(title, [finding]);
    else members.push(finding);
  }
  return [...groups].flatMap(([title, members]): ListRow[] => [
    { kind: 'head', key: `head ${title}`, title, count: members.length },
    ...members.map(rowOf),
  ]);
}

/** `user ci-bot`: whom it is about. */
export function whoOf({ subject }: FindingAnswer): string {
  const [first] = Object.entries(subject).sort(([one], [other]) => rankOf(one) - rankOf(other));
  return first === undefined ? 'about nobody' : `${first[0]} ${first[1]}`;
}

function rankOf(field: string): number {
  return RANKS.get(field) ?? RANKS.size;
}

function rowOf(finding: FindingAnswer): ListRow {
  return { kind: 'finding', key: finding.id, finding };
}
