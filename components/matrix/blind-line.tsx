'use client';

import { formatCount } from '@/components/text';
import type { MatrixSummary } from './matrix-summary';

/** How much of the matrix this data could not show at all, and for want of what. Exact. */
export function BlindLine({ summary }: { summary: MatrixSummary }) {
  const { techniques, counts, lacks } = summary;
  const hidden = counts.blind + counts.unseen;
  const whys = lacks.map(({ sentence, techniques: number }) => `${sentence} (${formatCount(number)})`);
  if (counts.unseen > 0) whys.push(`No log of a cluster shows ${formatCount(counts.unseen)} of them.`);
  return (
    <p className="line-clamp-2 px-4 pt-2 text-dim" role="status" title={whys.join('\n')}>
      <strong className="font-semibold text-text">
        {hidden === 0
          ? `All ${formatCount(techniques)} techniques could be seen where something looks for them.`
          : `${formatCount(hidden)} of ${formatCount(techniques)} techniques could not be seen.`}
      </strong>{' '}
      {whys.join(' ')}
    </p>
  );
}
