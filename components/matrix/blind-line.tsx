'use client';

import { formatCount } from '@/components/text';
import type { Lack, MatrixSummary } from './matrix-summary';

/** How much of the matrix this data could not show, whole or in part, and for want of what. Exact. */
export function BlindLine({ summary }: { summary: MatrixSummary }) {
  const { techniques, counts, lacks, inPart, partLacks } = summary;
  const hidden = counts.blind + counts.unseen;
  const whys = [
    ...lacks.map(lackText),
    ...(counts.unseen > 0 ? [`No log of a cluster shows ${formatCount(counts.unseen)} of them.`] : []),
  ];
  const partWhys = partLacks.map(lackText);
  return (
    <p className="line-clamp-2 px-4 pt-2 text-dim" role="status" title={[...whys, ...partWhys].join('\n')}>
      <strong className="font-semibold text-text">
        {hidden === 0
          ? `All ${formatCount(techniques)} techniques could be seen where something looks for them.`
          : `${formatCount(hidden)} of ${formatCount(techniques)} techniques could not be seen.`}
      </strong>{' '}
      {whys.join(' ')}{' '}
      {inPart === 0 ? null : (
        <>
          <strong className="font-semibold text-text">{formatCount(inPart)} more could be seen in part only.</strong>{' '}
          {partWhys.join(' ')}
        </>
      )}
    </p>
  );
}

function lackText({ sentence, techniques }: Lack): string {
  return `${sentence} (${formatCount(techniques)})`;
}
