import { copyOfFinding, newStepId } from '@/components/collect';
import { visibleLine } from '@/components/text';
import type { NewHunt, StoryDetail } from '@/lib/interface';
import { techniqueId } from '@/lib/interface';

const TITLE_MAX = 200;
const HYPOTHESIS_MAX = 4000;
const TECHNIQUES_MAX = 50;
/** So many findings one step of a hunt holds. */
const FINDINGS_MAX = 200;

/** A hunt to be saved, made of a story: its reason as the hypothesis, all its findings, and the query for all who took part. */
export function huntOfStory(story: StoryDetail): NewHunt {
  const findings = story.steps.map(({ finding }) => copyOfFinding(finding));
  const chapters = Math.ceil(findings.length / FINDINGS_MAX);
  return {
    title: visibleLine(story.title).slice(0, TITLE_MAX),
    hypothesis: story.reason.slice(0, HYPOTHESIS_MAX),
    status: 'investigating',
    techniques: story.techniques.filter((id) => techniqueId.safeParse(id).success).slice(0, TECHNIQUES_MAX),
    steps: [
      ...Array.from({ length: chapters }, (_, chapter) => ({
        id: newStepId(),
        kind: 'findings' as const,
        title: chapters === 1 ? 'What was found' : `What was found, ${chapter + 1} of ${chapters}`,
        findings: findings.slice(chapter * FINDINGS_MAX, (chapter + 1) * FINDINGS_MAX),
      })),
      {
        ...{ id: newStepId(), kind: 'query' as const, title: 'All that these did meanwhile' },
        selection: { types: [], q: story.query, from: story.from, to: story.to, source: null },
        ...{ view: 'table' as const, chart: null, columns: null, proof: null, frozen: null },
      },
    ],
  };
}
