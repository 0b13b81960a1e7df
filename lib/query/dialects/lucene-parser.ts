import type { FieldReference } from '../field-reference';
import { combine, type FieldClause, type Query } from '../node';
import type { Comparator } from '../operand';
import { literalPattern } from '../pattern';
import type { Span } from '../query-error';
import { scanRange } from '../scan-value';
import { expectEnd } from './boolean-terms';
import { anyOf, clause, existsClause, not, regexClause, textQuery } from './build-clause';
import type { Translation } from './dialect';
import { engineCompare, engineValue } from './engine-value';
import { joinOccurrences, type Occurrence } from './lucene-occurrence';
import { namesOf, WORDS_NOTE } from './names';
import { type ReadText, TextReader } from './text-reader';

const fieldNamed = namesOf({});
const NAME = /((?:[A-Za-z_@]|\\.)(?:[\w.@$/-]|\\.)*):/y;
const WORD = { ends: '()"^~', wildcards: '*?', escapes: true };
/** Anchors and the operators of Lucene's own expressions, which mean something else or nothing here. */
const OWN_REGEX = /(?:^|[^\\])(?:\\\\)*[~<>@&#"^$]/;

/** Reads a query string of Lucene into our nodes. Throws `QueryError`. */
export class Lucene {
  readonly #reader: TextReader;
  readonly #notes = new Set<string>();

  constructor(text: string) {
    this.#reader = new TextReader(text);
  }

  translation(): Translation {
    const query = this.#group(null);
    expectEnd(this.#reader);
    return { query, notes: [...this.#notes] };
  }

  /** Terms up to the end or a closing parenthesis; `field` is the one whose list of values this is. */
  #group(field: FieldReference | null): Query {
    const reader = this.#reader;
    const all: Occurrence[] = [this.#occurrence(field, 'first', null)];
    while (!reader.ended && !reader.sees(')')) {
      const joined = reader.match(/(?:(AND\b|&&)|(OR\b|\|\|))/y);
      const at = joined === null ? null : reader.since(reader.position - joined[0].length);
      all.push(this.#occurrence(field, joined === null ? 'side' : joined[1] === undefined ? 'or' : 'and', at));
    }
    return joinOccurrences(all);
  }

  #occurrence(field: FieldReference | null, join: Occurrence['join'], joinAt: Span | null): Occurrence {
    const reader = this.#reader;
    reader.skipSpace();
    const from = reader.position;
    const sign = reader.match(/\+|-(?!\d*\s)|!|NOT\b/y)?.[0] ?? '';
    const signAt = reader.since(from);
    const query = reader.nested(() => this.#term(field));
    this.#suffix();
    const negated = sign !== '' && sign !== '+';
    return {
      join,
      joinAt,
      sign: sign === '+' ? 'must' : negated ? 'not' : 'none',
      signAt,
      query: negated ? not(query, from) : query,
      at: reader.since(from),
    };
  }

  #term(list: FieldReference | null): Query {
    const reader = this.#reader;
    if (reader.ended) reader.fail('something is missing here');
    if (reader.matches(/\(/y)) return this.#parenthesis(list);
    if (list !== null) return this.#value(list);
    if (reader.match(/\*:\*(?=[\s)]|$)/y) !== null)
      return { kind: 'everything', at: reader.since(reader.position - 3) };
    const found = reader.match(NAME);
    if (found?.[1] !== undefined) return this.#field(found[1], reader.since(reader.position - found[0].length));
    const from = reader.position;
    if (reader.match(/\/(?:[^/\\]|\\.)*\//y) !== null) {
      reader.fail(
        'an expression over every field cannot be said here; message:/…/ searches the message',
        reader.since(from),
      );
    }
    const word = reader.quoted('"') ?? reader.word(WORD);
    if (word === null) return reader.fail('this cannot be read here');
    this.#notes.add(WORDS_NOTE);
    return textQuery(word.pattern, word.at);
  }

  #parenthesis(list: FieldReference | null): Query {
    const reader = this.#reader;
    const from = reader.position;
    reader.take('(');
    const query = this.#group(list);
    if (!reader.take(')')) reader.fail('the parenthesis is not closed', { from, to: from + 1 });
    return query;
  }

  #field(written: string, at: Span): Query {
    const reader = this.#reader;
    const name = written.replace(/\\(.)/gs, '$1');
    const nameAt = { from: at.from, to: at.to - 1 };
    if (name.includes('*')) reader.fail('a name with * asks for every field like it; name one field', nameAt);
    if (name === '_exists_' || name === '_missing_') {
      const word = reader.word(WORD);
      if (word === null) return reader.fail('the name of a field is missing here');
      const exists = existsClause(
        fieldNamed(word.pattern.map((part) => (part.kind === 'literal' ? part.text : '')).join('')),
        word.at,
      );
      return name === '_exists_' ? exists : not(exists);
    }
    const field = fieldNamed(name);
    if (reader.sees('(')) {
      const query = reader.nested(() => this.#parenthesis(field));
      const parts = query.kind === 'or' ? query.of.flatMap((part) => (part.kind === 'field' ? [part] : [])) : [];
      const simple = query.kind === 'or' && parts.length === query.of.length && field.name !== 'message';
      return simple ? anyOf(parts) : query;
    }
    return this.#value(field);
  }

  #value(field: FieldReference): Query {
    const reader = this.#reader;
    reader.skipSpace();
    const from = reader.position;
    const comparator = reader.match(/>=|<=|>|</y)?.[0];
    if (comparator !== undefined) return engineCompare(field, comparator as Comparator, this.#word());
    if (reader.sees('[') || reader.sees('{')) return this.#range(field);
    const regex = reader.match(/\/((?:[^/\\]|\\.)+)\//y)?.[1];
    if (regex === undefined) return engineValue(field, this.#word());
    const at = reader.since(from);
    if (OWN_REGEX.test(regex))
      reader.fail('^ $ ~ < > @ & # are said in this way by Lucene alone; write our own field:/…/', at);
    if (field.name === 'message')
      reader.fail('Lucene looks at single words of the message here; write our own message:/…/', at);
    return regexClause(field, `^(?:${regex})$`, at);
  }

  #word(): ReadText {
    const word = this.#reader.quoted('"') ?? this.#reader.word(WORD);
    return word ?? this.#reader.fail('a value is missing here');
  }

  #range(field: FieldReference): Query {
    const reader = this.#reader;
    const from = reader.position;
    const range = scanRange(reader.text, from);
    if (range === null) return reader.fail('a range is written [low TO high]');
    reader.position = range.to;
    const at = reader.since(from);
    const { low, high } = range;
    if (field.kind !== 'time') return clause(field, { kind: 'range', low, high, at });
    const bound = (comparator: Comparator, text: string | null, place: Span): FieldClause[] =>
      text === null
        ? []
        : [engineCompare(field, comparator, { pattern: literalPattern(text), at: place, quoted: true })];
    const bounds = [
      ...bound(low.inclusive ? '>=' : '>', low.text, low.at),
      ...bound(high.inclusive ? '<=' : '<', high.text, high.at),
    ];
    return bounds.length === 0 ? existsClause(field, at) : combine('and', bounds);
  }

  /** A boost ranks and does not choose; a tilde chooses what is alike, which nothing here does. */
  #suffix(): void {
    const reader = this.#reader;
    const from = reader.position;
    if (reader.text[from] === '~') {
      reader.position++;
      while (/[\d.]/.test(reader.text[reader.position] ?? '')) reader.position++;
      const near = reader.text[from - 1] === '"';
      const what = near ? 'words near each other' : 'words alike';
      reader.fail(`${what} cannot be asked for here; use * and ? or a regular expression`, reader.since(from));
    }
    if (reader.text[from] !== '^') return;
    if (reader.match(/\^\d+(?:\.\d+)?/y) === null) reader.fail('a number is missing after ^');
    this.#notes.add('^ ranks in Lucene; events here are in the order of time.');
  }
}
