import type { TextFormat } from './format';
import { TEXT_FORMATS } from './text-formats';

/** ASCII. A text that opens with anything else, or with nothing, is offered to all. */
const LETTERS = 128;

/** For each first letter, the formats that may read what opens with it, in the registry's order. */
type ByFirstLetter = readonly (readonly TextFormat[])[];

const FOR_ANYBODY = TEXT_FORMATS.filter(({ ofProgram }) => ofProgram !== true);
const OF_PROGRAMS = byFirstLetter(TEXT_FORMATS);
const OF_ANYBODY = byFirstLetter(FOR_ANYBODY);
/** Two of three formats that open with a digit open with a time. */
const OF_PROGRAMS_TIMELESS = byFirstLetter(withoutColon(TEXT_FORMATS));
const OF_ANYBODY_TIMELESS = byFirstLetter(withoutColon(FOR_ANYBODY));

/**
 * The formats that may read a text, most specific first; `component` is who wrote it, as far as an envelope told. Asking
 * these gives what asking all would: those left out say themselves (`opensWith`, `needsColon`, `ofProgram`) that they refuse it.
 */
export function textCandidates(text: string, component: string | null): readonly TextFormat[] {
  const timeless = !text.includes(':');
  const ofAnybody = timeless ? OF_ANYBODY_TIMELESS : OF_ANYBODY;
  const ofPrograms = timeless ? OF_PROGRAMS_TIMELESS : OF_PROGRAMS;
  const formats = component === null ? ofAnybody : ofPrograms;
  return formats[text.charCodeAt(0)] ?? TEXT_FORMATS;
}

function withoutColon(formats: readonly TextFormat[]): readonly TextFormat[] {
  return formats.filter(({ needsColon }) => needsColon !== true);
}

function byFirstLetter(formats: readonly TextFormat[]): ByFirstLetter {
  return Array.from({ length: LETTERS }, (_, code) =>
    formats.filter(({ opensWith }) => opensWith?.includes(String.fromCharCode(code)) !== false),
  );
}
