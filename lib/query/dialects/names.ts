import { type FieldReference, resolveField } from '../field-reference';

/** Makes the reader of a dialect's field names: its own words for our fields first, then our names and aliases. */
export function namesOf(own: Readonly<Record<string, string>>): (name: string) => FieldReference {
  const ours = new Map(Object.entries(own));
  return (name) => resolveField(ours.get(name) ?? ours.get(name.toLowerCase()) ?? name);
}

/** What a search engine finds by words; here they are found inside longer words too. */
export const WORDS_NOTE = 'Words are also found inside longer words here.';
export const CASE_NOTE = 'Upper and lower case are the same here.';
