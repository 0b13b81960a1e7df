import type { FieldClause, TextQuery } from '@/lib/query';
import type { Needle } from './needle';
import { needlesOfPath } from './needles-of-path';
import { needlesOfRegex } from './needles-of-regex';
import { needlesOfTerm } from './needles-of-term';

/** What is looked for in originals: free text, an expression, or a path into their JSON. Plain data. */
export type Sought = TextQuery | FieldClause;

/** A search for something, prepared. */
export interface Hunt {
  /** Tells it from others. */
  readonly key: string;
  /** An event must be what one of them says. */
  readonly needles: readonly Needle[];
  /** Whether the pieces of an event are looked at as one text; else it is enough that one piece is it. */
  readonly joinsPieces: boolean;
  /** False when the filters of blocks can say nothing: every block is read. */
  readonly prunes: boolean;
}

export function huntFor(sought: Sought): Hunt {
  const needles = needlesFor(sought);
  const prunes = needles.every(({ probes }) => probes.some(({ grams, tokens }) => grams.length + tokens.length > 0));
  return { key: keyOf(sought), needles, joinsPieces: sought.kind !== 'text', prunes };
}

function needlesFor(sought: Sought): Needle[] {
  if (sought.kind === 'text') return needlesOfTerm(sought);
  return sought.kind === 'text-regex' ? needlesOfRegex(sought) : needlesOfPath(sought);
}

function keyOf(sought: Sought): string {
  if (sought.kind === 'text') return `text ${JSON.stringify(sought.pattern).toLowerCase()}`;
  if (sought.kind === 'text-regex') return `regex ${sought.source}`;
  return `path ${JSON.stringify([sought.field.name, sought.matcher])}`;
}
