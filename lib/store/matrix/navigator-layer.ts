import type { CellState, MatrixAnswer, NavigatorLayer } from '@/lib/interface';

/** Colours of Trackway's light theme for the states; what is found is told apart by its score as well. */
const COLORS: Readonly<Record<CellState, string>> = {
  found: '#f3b0b0',
  watched: '#b9dcc3',
  blind: '#f3ddb0',
  off: '#d5d8de',
  unwatched: '',
};
const WORDS: Readonly<Record<CellState, string>> = {
  found: 'Found',
  watched: 'Watched, nothing found',
  blind: 'Watched, but the data lacks what it needs',
  off: 'All that looks for it is turned off',
  unwatched: 'Nothing looks for it',
};

/**
 * The matrix of ATT&CK as a layer of the ATT&CK Navigator
 * (https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md). A technique's score is the
 * number of its findings.
 */
export function navigatorLayer({ title, version, tactics, attribution }: MatrixAnswer): NavigatorLayer {
  const cells = new Map(tactics.flatMap((tactic) => tactic.cells.map((cell) => [cell.id, cell])));
  return {
    name: `Trackway: ${title}`,
    versions: { attack: version, navigator: '5.1.0', layer: '4.5' },
    domain: 'enterprise-attack',
    description: `What Trackway found, what it watches, and what its data cannot show. ${attribution}`,
    filters: { platforms: ['Containers'] },
    techniques: [...cells.values()].map(({ id, state, findings, missing, unseen }) => ({
      techniqueID: id,
      ...(state === 'found' ? { score: findings } : {}),
      color: COLORS[state],
      comment: [unseen ?? `${WORDS[state]}.`, ...missing].join(' '),
      enabled: unseen === null,
      showSubtechniques: true,
    })),
    legendItems: (['found', 'watched', 'blind', 'off'] as const).map((state) => ({
      label: WORDS[state],
      color: COLORS[state],
    })),
  };
}
