'use client';

import { Download } from 'lucide-react';
import { Choice } from '@/components/forms';
import { linkButton } from '@/components/ui';
import { MatrixLegend } from './matrix-legend';
import type { MatrixSummary } from './matrix-summary';
import type { useMatrixState } from './use-matrix-state';

const CHOICES = [
  { value: 'attack', label: 'ATT&CK' },
  { value: 'microsoft', label: 'Microsoft' },
] as const;

interface MatrixFiltersProps {
  state: ReturnType<typeof useMatrixState>;
  summary: MatrixSummary | null;
}

/** Which matrix is shown, what stands out in it, and the way to take it elsewhere. */
export function MatrixFilters({ state, summary }: MatrixFiltersProps) {
  const { matrix, from, to, actions } = state;
  const range = new URLSearchParams([...(from === null ? [] : [['from', from]]), ...(to === null ? [] : [['to', to]])]);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-2 max-[1100px]:gap-x-2">
      <Choice label="Matrix" quiet value={matrix} choices={CHOICES} onChange={actions.setMatrix} />
      {summary === null ? null : <MatrixLegend summary={summary} chosen={state.state} onChoose={actions.setState} />}
      {matrix === 'attack' ? (
        <>
          <label className="flex items-center gap-2 whitespace-nowrap text-dim">
            <input
              type="checkbox"
              checked={!state.folded}
              onChange={(event) => actions.setFolded(!event.target.checked)}
            />
            Sub-techniques
          </label>
          <a
            href={`/api/matrix/layer?${range}`}
            download
            title="A layer for the ATT&CK Navigator, as JSON"
            className={linkButton('ghost', 'medium', 'ml-auto')}
          >
            <Download size={14} aria-hidden /> <span className="max-[1100px]:sr-only">Navigator layer</span>
          </a>
        </>
      ) : null}
    </div>
  );
}
