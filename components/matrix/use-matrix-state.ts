'use client';

import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { MatrixParameters } from '@/lib/interface';
import { matrixParsers } from './search-params';
import type { ShownState } from './shown-state';

interface MatrixActions {
  setMatrix(matrix: MatrixParameters['matrix']): void;
  setRange(from: string | null, to: string | null): void;
  setState(state: ShownState | null): void;
  setFolded(folded: boolean): void;
  openCell(id: string | null): void;
}

/** The state of the page: its address, and the ways to change it. A filter is a step of the back button, moving is not. */
export function useMatrixState() {
  const [values, set] = useQueryStates(matrixParsers, { history: 'push', shallow: true, scroll: false });
  const actions = useMemo(
    (): MatrixActions => ({
      setMatrix: (matrix) => void set({ matrix, cell: null }),
      setRange: (from, to) => void set({ from, to }),
      setState: (state) => void set({ state }),
      setFolded: (folded) => void set({ folded: folded ? true : null }, { history: 'replace' }),
      openCell: (cell) => void set({ cell }, { history: 'replace' }),
    }),
    [set],
  );
  return { ...values, actions };
}
