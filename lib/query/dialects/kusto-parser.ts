import type { FieldReference } from '../field-reference';
import { combine, type FieldClause, type Query } from '../node';
import type { Comparator } from '../operand';
import { literalPattern, literalText, type Pattern } from '../pattern';
import { type BooleanRules, expectEnd, readBoolean } from './boolean-terms';
import { anyOf, clause, compareClause, existsClause, not, regexClause, textQuery, valueClause } from './build-clause';
import type { Translation } from './dialect';
import { wordsWithin } from './engine-value';
import { CASE_NOTE, namesOf } from './names';
import { type ReadText, TextReader } from './text-reader';

const fieldNamed = namesOf({
  logmessage: 'message',
  logentry: 'message',
  logsource: 'stream',
  loglevel: 'severity',
  podname: 'pod',
  podnamespace: 'namespace',
  containername: 'container',
  computer: 'node',
  timegenerated: 'time',
  requesturi: 'path',
  sourceips: 'src_ip',
});
const OPERATOR =
  /(==|=~|!=|!~|>=|<=|>|<|matches\s+regex\b|!?(?:contains|has|startswith|endswith)(?:_cs)?\b|!?in\b~?|between\b)/iy;
const SHOWN = /(take|limit|order\s+by|sort\s+by|project)\b[^|]*/iy;
const ANY: Pattern[number] = { kind: 'any' };

/** Reads the `where` of a query of Azure's logs into our nodes. Throws `QueryError`. */
export class Kusto {
  readonly #reader: TextReader;
  readonly #notes = new Set<string>([CASE_NOTE]);

  constructor(text: string) {
    this.#reader = new TextReader(text);
  }

  translation(): Translation {
    const reader = this.#reader;
    const parts: Query[] = [];
    const rules: BooleanRules = {
      or: /or\b/iy,
      and: /and\b/iy,
      not: /not(?=\s*\()/iy,
      adjacent: { refused: '"and" or "or" is expected here' },
      term: () => this.#term(),
    };
    if (!reader.matches(/where\b/iy) && reader.matches(/[A-Za-z_]\w*\s*\|/y)) reader.match(/[A-Za-z_]\w*/y);
    while (!reader.ended) {
      const piped = reader.take('|');
      if (reader.match(SHOWN) !== null) this.#notes.add('take, sort and project are left out: the table does that.');
      else if (reader.match(/where\b/iy) !== null || (!piped && parts.length === 0))
        parts.push(readBoolean(reader, rules, /\|/y));
      else reader.fail(`${reader.match(/\S+/y)?.[0] ?? ''} cannot be said here; take the "where" alone`, this.#last());
    }
    expectEnd(reader);
    return { query: combine('and', parts), notes: [...this.#notes] };
  }

  #last() {
    const { text, position } = this.#reader;
    const from = text.lastIndexOf(' ', position - 1) + 1;
    return { from: text[from] === '|' ? from + 1 : from, to: position };
  }

  #term(): Query {
    const reader = this.#reader;
    reader.skipSpace();
    const from = reader.position;
    const call = reader.match(/(\w+)\s*\(\s*/y);
    if (call?.[1] !== undefined) {
      const exists = /^is(not)?(?:empty|null)$/i.exec(call[1]);
      if (exists === null) return reader.fail(`${call[1]}(…) cannot be said here`, { from, to: from + call[1].length });
      const field = this.#field();
      if (!reader.take(')')) reader.fail('the parenthesis is not closed');
      const found = existsClause(field, reader.since(from));
      return exists[1] === undefined ? not(found) : found;
    }
    if (reader.match(/\*\s*(?:has|contains)\b/iy) !== null) {
      const value = this.#value();
      return textQuery(value.pattern, value.at);
    }
    const field = this.#field();
    const [operator] = reader.match(OPERATOR) ?? reader.fail('an operator such as == or contains is expected here');
    const name = operator.toLowerCase().replace(/_cs$|~$/, operator === '=~' || operator === '!~' ? '$&' : '');
    const negated = name.startsWith('!');
    const query = this.#compare(field, negated ? name.slice(1) : name);
    return negated ? not(query, from) : query;
  }

  #compare(field: FieldReference, operator: string): Query {
    const reader = this.#reader;
    switch (operator) {
      case '==':
      case '=~':
      case '=':
      case '~':
        return valueClause(field, this.#value());
      case 'contains':
        return this.#like(field, (pattern) => [ANY, ...pattern, ANY]);
      case 'startswith':
        return this.#like(field, (pattern) => [...pattern, ANY]);
      case 'endswith':
        return this.#like(field, (pattern) => [ANY, ...pattern]);
      case 'has':
        return wordsWithin(field, this.#value());
      case 'in':
        return this.#list(field);
      case 'between':
        return this.#between(field);
      case '>':
      case '>=':
      case '<':
      case '<=':
        return compareClause(field, operator as Comparator, this.#value());
      default: {
        const value = this.#value();
        return regexClause(
          field,
          literalText(value.pattern) ?? reader.fail('an expression is expected here'),
          value.at,
        );
      }
    }
  }

  #like(field: FieldReference, around: (pattern: Pattern) => Pattern): FieldClause {
    const { pattern, at } = this.#value();
    return clause(field, { kind: 'word', pattern: around(pattern), at });
  }

  #list(field: FieldReference): Query {
    const reader = this.#reader;
    if (!reader.take('(')) reader.fail('a list in parentheses is expected here');
    const values = [valueClause(field, this.#value())];
    while (reader.take(',')) values.push(valueClause(field, this.#value()));
    if (!reader.take(')')) reader.fail('the parenthesis is not closed');
    return anyOf(values);
  }

  #between(field: FieldReference): Query {
    const reader = this.#reader;
    const from = reader.position;
    if (!reader.take('(')) reader.fail('(low .. high) is expected here');
    const low = this.#value();
    if (!reader.take('..')) reader.fail('.. is expected here');
    const high = this.#value();
    if (!reader.take(')')) reader.fail('the parenthesis is not closed');
    const end = ({ pattern, at }: ReadText) => ({ text: literalText(pattern), inclusive: true, at });
    return clause(field, { kind: 'range', low: end(low), high: end(high), at: reader.since(from) });
  }

  #field(): FieldReference {
    const name = this.#reader.match(/[A-Za-z_][\w.]*/y)?.[0];
    return name === undefined ? this.#reader.fail('the name of a field is expected here') : fieldNamed(name);
  }

  #value(): ReadText {
    const reader = this.#reader;
    const quoted = reader.quoted('"\'', 'controls');
    if (quoted !== null) return quoted;
    const from = reader.position;
    const time = reader.match(/(?:ago|datetime)\s*\(\s*([^)]*?)\s*\)/iy);
    if (time?.[1] !== undefined) {
      const text = /^ago/i.test(time[0]) ? `now-${time[1]}` : time[1].replace(/^["']|["']$/g, '');
      return { pattern: literalPattern(text), at: reader.since(from), quoted: true };
    }
    const bare = reader.match(/[-+]?\d+(?:\.\d+)?\w*|true\b|false\b|now\(\)/y)?.[0];
    if (bare === undefined) {
      const word = reader.match(/[^\s()|,]+/y);
      return reader.fail(
        'a text in quotes or a number is expected here',
        word === null ? reader.here : reader.since(reader.position - word[0].length),
      );
    }
    return { pattern: literalPattern(bare === 'now()' ? 'now' : bare), at: reader.since(from), quoted: true };
  }
}
