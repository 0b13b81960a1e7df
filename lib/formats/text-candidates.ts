import type { TextFormat } from './format';
import { TEXT_FORMATS } from './text-formats';

/** ASCII. A text that opens with anything else, or with nothing, is offered to all. */
const LETTERS = 128;

/** For each first letter, the formats that may read what opens with it, in the registry's order. */
type ByFirstLetter = readonly (readonly TextFormat[])[];

const OF_PROGRAMS = byFirstLetter(TEXT_FORMATS);
const OF_ANYBODY = byFirstLetter(TEXT_FORMATS.filter(({ ofProgram }) => ofProgram !== true));

/**
 * The formats that may read a text, most specific first; `component` is who wrote it, as far as an envelope told. Asking
 * these gives what asking all would: those left out say themselves (`opensWith`, `ofProgram`) that they refuse it.
 */
export function textCandidates(text: string, component: string | null): readonly TextFormat[] {
  const formats = component === null ? OF_ANYBODY : OF_PROGRAMS;
  return formats[text.charCodeAt(0)] ?? TEXT_FORMATS;
}

function byFirstLetter(formats: readonly TextFormat[]): ByFirstLetter {
  return Array.from({ length: LETTERS }, (_, code) =>
    formats.filter(({ opensWith }) => opensWith?.includes(String.fromCharCode(code)) !== false),
  );
}
