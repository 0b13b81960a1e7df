import { ATTACK_VERSION, TACTICS, techniqueOf } from '@/lib/attack';
import type { HuntAnswer } from '@/lib/interface';
import { type Block, type Inline, paragraph, type Section } from './block';
import type { Numbered, NumberedFinding } from './numbered';

/** Findings by the techniques that they name, and these by what they serve, in the order of an attack. */
export function tacticsSection(hunt: HuntAnswer, { findings }: Numbered): Section {
  const ids = [...new Set([...findings.flatMap(({ finding }) => finding.techniques), ...hunt.techniques])].sort();
  const table = (title: string, techniques: readonly string[]): Block[] =>
    techniques.length === 0 ? [] : [techniqueTable(title, techniques, hunt, findings)];
  const tables = [
    ...TACTICS.flatMap(({ id, name }) =>
      table(
        name,
        ids.filter((each) => techniqueOf(each)?.tactics.some((tactic) => tactic.id === id)),
      ),
    ),
    ...table(
      'Techniques whose tactic is not known here',
      ids.filter((id) => techniqueOf(id) === null),
    ),
  ];
  const unnamed = findings.filter(({ finding }) => finding.techniques.length === 0);
  const blocks =
    tables.length === 0
      ? [paragraph('Neither the hunt nor a finding in it names a technique.')]
      : [
          paragraph(
            `By the tactics of MITRE ATT&CK, version ${ATTACK_VERSION}. A technique stands under each tactic that it serves.`,
          ),
          ...tables,
        ];
  const rest = unnamed.length === 0 ? [] : [paragraph('Without a technique: ', ...names(unnamed), '.')];
  return { kind: 'section', id: 'tactics', title: 'Findings by ATT&CK tactic', blocks: [...blocks, ...rest] };
}

function techniqueTable(
  caption: string,
  techniques: readonly string[],
  hunt: HuntAnswer,
  findings: readonly NumberedFinding[],
): Block {
  return {
    kind: 'table',
    caption,
    columns: ['Technique', 'Name', 'Findings', 'Named by the hunt'].map((label) => ({ label })),
    rows: techniques.map((id) => [
      [id],
      [techniqueOf(id)?.name ?? '—'],
      names(findings.filter(({ finding }) => finding.techniques.includes(id))),
      [hunt.techniques.includes(id) ? 'yes' : 'no'],
    ]),
  };
}

/** `F1 title; F2 title`, or a dash. */
function names(findings: readonly NumberedFinding[]): Inline[] {
  if (findings.length === 0) return ['—'];
  return findings.flatMap(({ label, finding }, index): Inline[] => [
    ...(index === 0 ? [] : ['; ']),
    { strong: label },
    ` ${finding.title}`,
  ]);
}
