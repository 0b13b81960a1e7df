import { techniqueOf } from '@/lib/attack';
import type { HuntStatus } from '@/lib/interface';
import { parseMarkdown } from '@/lib/markdown';
import type { ReportFacts } from '../report-facts';
import { type Block, type Inline, paragraph, type ReportDocument, type Section } from './block';
import { evidenceSection } from './evidence-section';
import { howToCheck } from './how-to-check';
import { type Numbered, numberedOf } from './numbered';
import { sourcesSection } from './sources-section';
import { stepsSection } from './steps-section';
import { tacticsSection } from './tactics-section';
import { timelinePicture } from './timeline-picture';
import { type Times, timesIn } from './times';

const STATUS_WORDS: Readonly<Record<HuntStatus, string>> = {
  hypothesis: 'Hypothesis',
  investigating: 'Being investigated',
  identified: 'Cause identified',
  resolved: 'Resolved',
};

/** What a report says, in its order. Throws `RangeError` where there is no time zone of that name. */
export function reportDocument(facts: ReportFacts): ReportDocument {
  const times = timesIn(facts.zone);
  const numbered = numberedOf(facts.hunt);
  return {
    title: facts.hunt.title,
    head: [aboutHunt(facts, times)],
    sections: [
      summary(facts),
      timelineSection(facts, numbered, times),
      stepsSection(facts, numbered, times),
      evidenceSection(facts.hunt, numbered, times),
      tacticsSection(facts.hunt, numbered),
      sourcesSection(facts, times),
      howToCheck(facts),
    ],
  };
}

function timelineSection({ timeline }: ReportFacts, numbered: Numbered, times: Times): Section {
  const blocks: Block[] =
    timeline === null
      ? [paragraph('No event that is stored has a time in the range of this hunt.')]
      : [{ kind: 'timeline', picture: timelinePicture(timeline, numbered, times) }];
  return { kind: 'section', id: 'timeline', title: 'Timeline', blocks };
}

function aboutHunt({ hunt, address, madeAt, madeBy, version }: ReportFacts, times: Times): Block {
  const rows: [string, Inline[]][] = [
    ['Status', [{ strong: STATUS_WORDS[hunt.status] }, ...(hunt.archived ? [', archived'] : [])]],
    ['Owner', [hunt.owner || '—']],
    ['Tags', [hunt.tags.join(', ') || '—']],
    ['Techniques', [hunt.techniques.map(nameOfTechnique).join('; ') || '—']],
    ['Hunt', [{ link: address }, `, version ${hunt.version}`]],
    ['Written', [`by ${hunt.createdBy} from ${times.moment(hunt.createdAt)}`]],
    ['Last changed', [`by ${hunt.updatedBy}, ${times.moment(hunt.updatedAt)}`]],
    ['This report', [`made by ${madeBy}, ${times.moment(madeAt)}, with Trackway ${version}`]],
    ['Times', [times.zone === 'UTC' ? 'in UTC' : `in ${times.zone}; UTC is said beside them where it matters`]],
  ];
  return { kind: 'facts', rows };
}

function nameOfTechnique(id: string): string {
  const technique = techniqueOf(id);
  return technique === null ? id : `${id} ${technique.name}`;
}

function summary({ hunt }: ReportFacts): Section {
  const { hypothesis, conclusion } = hunt;
  return {
    kind: 'section',
    id: 'summary',
    title: 'Summary',
    blocks: [
      { kind: 'facts', rows: [['Hypothesis', [hypothesis || 'None was written.']]] },
      ...(conclusion.trim() === ''
        ? [paragraph('No conclusion was written yet.')]
        : [{ kind: 'note', nodes: parseMarkdown(conclusion) } satisfies Block]),
    ],
  };
}
