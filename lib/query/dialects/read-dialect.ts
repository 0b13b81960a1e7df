import { checkQuery, parseQuery } from '../parse';
import { checkPipeline, parsePipeline, splitPipeline } from '../pipeline/parse-pipeline';
import { printQuery } from '../print';
import { QueryError } from '../query-error';
import type { Dialect, Reading, Translation } from './dialect';
import { DIALECTS } from './dialects';

/** Texts beyond this are no query that a person pasted. */
const LENGTH_MAX = 10_000;

/**
 * What another language would make of a text; null when it is ours and nobody else would read it in another way. Ours goes
 * first: a text that may be either is read as ours, and the other meaning is only offered. A refusal says what the other
 * language can and we cannot, with its place; it is given only for a text that is plainly not ours.
 */
export function readDialect(text: string): Reading | null {
  if (text.trim() === '' || text.length > LENGTH_MAX || text.includes('\0')) return null;
  const own = checkQuery(text) === null ? printQuery(parseQuery(text)) : null;
  const likely = DIALECTS.map((dialect) => ({ dialect, likeness: dialect.likeness(text) }));
  const certain = likely.find(({ likeness }) => likeness === 'certain');
  const isOurs = hasSteps(text);
  if (certain !== undefined) {
    const found = reading(certain.dialect, text, own, true);
    // Our own steps look like others' when their filter does not: what we can read is not refused because others cannot.
    const begins = certain.dialect.likeness(splitPipeline(text).filter) !== 'no';
    return isOurs && !begins && found?.kind === 'refusal' ? null : found;
  }
  if (isOurs) return null;
  for (const { dialect, likeness } of likely) {
    const possible = likeness === 'possible' ? reading(dialect, text, own, own === null) : null;
    if (possible?.kind === 'translation') return possible;
  }
  return null;
}

/** Whether a text is a query of ours with steps, which no other language writes in that way. */
function hasSteps(text: string): boolean {
  return checkPipeline(text) === null && parsePipeline(text).stages.length > 0;
}

function reading({ title, translate }: Dialect, text: string, own: string | null, certain: boolean): Reading | null {
  const translated = attempt(() => translate(text));
  if (translated instanceof QueryError) return { kind: 'refusal', dialect: title, error: translated };
  const query = printQuery(translated.query);
  const unreadable = checkQuery(query);
  if (unreadable !== null)
    return { kind: 'refusal', dialect: title, error: new QueryError(unreadable.message, { from: 0, to: text.length }) };
  return query === own ? null : { kind: 'translation', dialect: title, query, notes: translated.notes, certain };
}

function attempt(translate: () => Translation): Translation | QueryError {
  try {
    return translate();
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}
