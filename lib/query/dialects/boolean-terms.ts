import { combine, type Query } from '../node';
import { not } from './build-clause';
import type { TextReader } from './text-reader';

/** How a dialect joins its terms; each operator is an expression that is sticky. */
export interface BooleanRules {
  readonly or: RegExp;
  readonly and: RegExp;
  readonly not: RegExp;
  /** What terms side by side mean: `and`, or why they cannot be said. */
  readonly adjacent: 'and' | { readonly refused: string };
  /** Which of the two holds its terms together more tightly; `and` where nothing is said. */
  readonly tighter?: 'and' | 'or';
  term(): Query;
}

/** Reads terms joined by "and", "or", "not" and parentheses, up to a closing parenthesis, one of `ends` or the end of the text. */
export function readBoolean(reader: TextReader, rules: BooleanRules, ends: RegExp = /(?!)/y): Query {
  const term = () => readNot(reader, rules, ends);
  const either = (inner: () => Query) => () => {
    const parts = [inner()];
    while (reader.match(rules.or) !== null) parts.push(inner());
    return combine('or', parts);
  };
  const both = (inner: () => Query) => () => {
    const parts = [inner()];
    while (continues(reader, rules, ends)) parts.push(inner());
    return combine('and', parts);
  };
  return rules.tighter === 'or' ? both(either(term))() : either(both(term))();
}

/** Whether a further term is joined by "and", said or not; takes the word. */
function continues(reader: TextReader, rules: BooleanRules, ends: RegExp): boolean {
  if (reader.match(rules.and) !== null) return true;
  if (reader.ended || reader.sees(')') || reader.matches(rules.or) || reader.matches(ends)) return false;
  if (rules.adjacent !== 'and') reader.fail(rules.adjacent.refused);
  return true;
}

function readNot(reader: TextReader, rules: BooleanRules, ends: RegExp): Query {
  reader.skipSpace();
  const from = reader.position;
  if (reader.match(rules.not) !== null)
    return not(
      reader.nested(() => readNot(reader, rules, ends)),
      from,
    );
  if (reader.ended || reader.sees(')') || reader.matches(ends)) reader.fail('something is missing here');
  if (!reader.take('(')) return rules.term();
  const query = reader.nested(() => readBoolean(reader, rules, ends));
  if (!reader.take(')')) reader.fail('the parenthesis is not closed', { from, to: from + 1 });
  return query;
}

/** Throws when something is left that no rule read. */
export function expectEnd(reader: TextReader): void {
  if (!reader.ended) reader.fail(reader.sees(')') ? 'this parenthesis was never opened' : 'this cannot be read here');
}
