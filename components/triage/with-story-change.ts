import type { FindingAnswer, FindingPatch, StoryDetail } from '@/lib/interface';

/** A story as it will be once the server knows of a change to one of its findings; its score follows with the next answer. */
export function withStoryChange(story: StoryDetail, before: FindingAnswer, patch: FindingPatch): StoryDetail {
  return {
    ...story,
    steps: story.steps.map((step) => {
      if (step.finding.id !== before.id) return step;
      const { verdict, note } = step.finding;
      return {
        ...step,
        finding: { ...step.finding, verdict: patch.verdict ?? verdict, note: patch.note ?? note },
      };
    }),
  };
}
