import type { EvidenceStep, FindingsStep, HuntStep } from '@/lib/interface';
import { parseMarkdown } from '@/lib/markdown';
import { formatCount } from '@/lib/text';
import type { ReportFacts } from '../report-facts';
import { type Block, type Inline, paragraph, type Section } from './block';
import type { Numbered } from './numbered';
import { queryBlocks } from './query-blocks';
import type { Times } from './times';
import { TYPE_NAMES } from './type-names';

const KIND_WORDS: Readonly<Record<HuntStep['kind'], string>> = {
  query: 'Query',
  note: 'Note',
  evidence: 'Evidence',
  findings: 'Findings',
};

/** The steps of the hunt, as they follow each other. */
export function stepsSection(facts: ReportFacts, numbered: Numbered, times: Times): Section {
  const steps = facts.hunt.steps.map(
    (step, index): Section => ({
      kind: 'section',
      id: `step-${index + 1}`,
      title: titleOf(step, index + 1),
      blocks: blocksOf(step, facts, numbered, times),
    }),
  );
  const blocks = steps.length === 0 ? [paragraph('The hunt has no steps yet.')] : steps;
  return { kind: 'section', id: 'steps', title: 'Steps', blocks };
}

function titleOf(step: HuntStep, place: number): string {
  const name = step.kind === 'note' ? '' : step.title.trim();
  return `${place}. ${KIND_WORDS[step.kind]}${name === '' ? '' : `: ${name}`}`;
}

function blocksOf(step: HuntStep, facts: ReportFacts, numbered: Numbered, times: Times): readonly Block[] {
  switch (step.kind) {
    case 'query':
      return queryBlocks(step, facts, times);
    case 'note':
      return [{ kind: 'note', nodes: parseMarkdown(step.text) }];
    case 'evidence':
      return [pinsTable(step, numbered, times)];
    case 'findings':
      return step.findings.length === 0 ? [paragraph('No findings yet.')] : findingBlocks(step, numbered, times);
  }
}

function pinsTable({ pins }: EvidenceStep, { labelOfPin, pins: all }: Numbered, times: Times): Block {
  if (pins.length === 0) return paragraph('No event is pinned here yet.');
  const copies = new Map(all.map(({ pin, copy }) => [pin.event, copy]));
  return {
    kind: 'table',
    caption: 'Pinned events; their originals and hashes are under Evidence',
    columns: ['No.', 'Time', 'Type', 'Event', 'Why it is here'].map((label) => ({ label })),
    rows: pins.map(({ event, reason, by, at }) => {
      const copy = copies.get(event) ?? null;
      const told: Inline[] =
        copy === null
          ? ['', '', '']
          : [times.full(copy.time ?? 'no time'), TYPE_NAMES[copy.type], { code: copy.message }];
      return [
        [{ strong: labelOfPin(event) }],
        ...told.map((part) => [part]),
        [`${reason === '' ? 'no reason written' : reason} (${by}, ${times.moment(at)})`],
      ];
    }),
  };
}

function findingBlocks({ findings }: FindingsStep, { labelOfFinding }: Numbered, times: Times): readonly Block[] {
  return findings.flatMap((finding): Block[] => [
    paragraph({ strong: `${labelOfFinding(finding.id)} ` }, { strong: finding.title }),
    {
      kind: 'facts',
      rows: [
        ['Why', [finding.reason]],
        ['Level', [finding.level]],
        ['Type', [TYPE_NAMES[finding.type]]],
        ['From', [times.both(finding.from)]],
        ['To', [times.both(finding.to)]],
        ['Events', [`${formatCount(finding.events)} when it was found`]],
        ['Detector', [{ code: finding.detector }]],
        ...(finding.note === '' ? [] : [['Note', [finding.note]] satisfies [string, Inline[]]]),
      ],
    },
    { kind: 'code', label: `Query of ${labelOfFinding(finding.id)}`, text: finding.query },
  ]);
}
