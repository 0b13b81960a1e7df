import type { NewHunt, ReadyHuntAnswer } from '@/lib/interface';

/** A hunt to be saved, made of a ready-made one: what to look for as a note, then its questions, then where to go on. */
export function newHuntOf(hunt: ReadyHuntAnswer): NewHunt {
  const { title, hypothesis, techniques, steps } = hunt;
  return {
    title,
    hypothesis,
    status: 'hypothesis',
    techniques,
    steps: [
      { id: 'about', kind: 'note', text: aboutOf(hunt) },
      ...steps.map(({ title: asks, types, q, chart }, place) => ({
        id: `step-${place + 1}`,
        kind: 'query' as const,
        title: asks,
        selection: { types, q, from: null, to: null, source: null },
        view: chart === null ? ('table' as const) : ('chart' as const),
        chart,
        columns: null,
        proof: null,
        frozen: null,
      })),
    ],
  };
}

/** In Markdown. Queries stand in blocks of code, where nothing in them means anything else. */
function aboutOf({ lookFor, falsePositives, next }: ReadyHuntAnswer): string {
  const further = next.map(({ title, q }) => `${title}:\n\n\`\`\`\n${q}\n\`\`\``);
  return ['## What to look for', lookFor, '## What is harmless', falsePositives, '## Where to go on', ...further].join(
    '\n\n',
  );
}
