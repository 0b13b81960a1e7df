import type { Format } from './format';
import { OBJECT_FORMATS } from './object-formats';
import { TEXT_FORMATS } from './text-formats';

/** What stands for no format at all where one can be named. */
export const PLAIN = 'plain' as const;

/** The format of a name; null when there is none. */
export function formatNamed(name: string): Format | null {
  return (
    TEXT_FORMATS.find((format) => format.name === name) ?? OBJECT_FORMATS.find((format) => format.name === name) ?? null
  );
}
