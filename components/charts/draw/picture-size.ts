/** What every drawing is given. In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The width of a character of the mono font that names and figures are drawn in, by its size. */
export const NAME_SIZE = 11;
export const NAME_CHARACTER = 6.62;

/** How many characters of that font fit. */
export function charactersIn(width: number): number {
  return Math.max(1, Math.floor(width / NAME_CHARACTER));
}

export const MONO = 'var(--font-geist-mono), ui-monospace, monospace';
