import type { FieldReference } from '../field-reference';
import { combine, type Query } from '../node';
import type { Comparator } from '../operand';
import { literalText } from '../pattern';
import type { Span } from '../query-error';
import { type BooleanRules, expectEnd, readBoolean } from './boolean-terms';
import { anyOf, textQuery } from './build-clause';
import type { Translation } from './dialect';
import { engineCompare, engineValue } from './engine-value';
import { namesOf, WORDS_NOTE } from './names';
import { type ReadText, TextReader } from './text-reader';

const fieldNamed = namesOf({});
const WORD = { ends: '():<>"{}', wildcards: '*', escapes: true };
const COMPARATOR = /(>=|<=|>|<)/y;
const JOINS = { or: /or(?=[\s("]|$)/iy, and: /and(?=[\s("]|$)/iy, not: /not(?=[\s("]|$)/iy };
const KEYWORD = /(?:and|or|not)(?![^\s()"])/iy;
const ANY_WORD = 'KQL finds any of these words; put "or" or "and" between them, or quotes around them';

/** Reads a text of KQL into our nodes. Throws `QueryError`. */
export class Kql {
  readonly #reader: TextReader;
  #searchesWords = false;

  constructor(text: string) {
    this.#reader = new TextReader(text);
  }

  translation(): Translation {
    const query = readBoolean(
      this.#reader,
      this.#rules(() => this.#expression()),
    );
    expectEnd(this.#reader);
    return { query, notes: this.#searchesWords ? [WORDS_NOTE] : [] };
  }

  #rules(term: () => Query): BooleanRules {
    return { ...JOINS, adjacent: { refused: ANY_WORD }, term };
  }

  #expression(): Query {
    const reader = this.#reader;
    const words = this.#words();
    if (words.length === 0) reader.fail('this cannot be read here');
    const at = spanOf(words);
    if (reader.sees(':')) return this.#field(words, at);
    const comparator = reader.match(COMPARATOR)?.[1];
    if (comparator !== undefined) return this.#compare(this.#named(words, at), comparator as Comparator);
    const [word] = words;
    if (word === undefined || words.length > 1) return reader.fail(ANY_WORD, at);
    this.#searchesWords = true;
    return textQuery(word.pattern, word.at);
  }

  #field(words: readonly ReadText[], at: Span): Query {
    const reader = this.#reader;
    const everything = words.length === 1 && words[0]?.pattern.length === 1 && words[0].pattern[0]?.kind === 'any';
    if (everything) reader.fail('KQL looks at every field here; leave "*:" out to search the whole event', at);
    const field = this.#named(words, at);
    reader.take(':');
    if (reader.sees('{')) {
      const from = reader.position;
      reader.fail('nested objects are not matched one by one here; name the field with its whole path', {
        from,
        to: from + 1,
      });
    }
    if (!reader.take('(')) return this.#values(field);
    const list = reader.nested(() =>
      readBoolean(
        reader,
        this.#rules(() => this.#values(field)),
      ),
    );
    if (!reader.take(')')) reader.fail('the parenthesis is not closed');
    return asList(list);
  }

  #named(words: readonly ReadText[], at: Span): FieldReference {
    const [word] = words;
    if (word === undefined || words.length > 1) return this.#reader.fail('one field is asked for here', at);
    const name = literalText(word.pattern);
    if (name === null) return this.#reader.fail('a name with * asks for every field like it; name one field', at);
    return fieldNamed(name);
  }

  #compare(field: FieldReference, comparator: Comparator): Query {
    const words = this.#words();
    const [word] = words;
    if (word === undefined || words.length > 1) return this.#reader.fail('a comparison takes one value');
    return engineCompare(field, comparator, word);
  }

  /** Several bare words are alternatives for a number; for a text, Elasticsearch's mapping decides, which we do not know. */
  #values(field: FieldReference): Query {
    const words = this.#words();
    const [word] = words;
    if (word === undefined) return this.#reader.fail('a value is missing here');
    const numeric = field.kind === 'integer' || field.kind === 'number';
    if (words.length > 1 && !(numeric && words.every(({ pattern }) => literalText(pattern) !== null))) {
      return this.#reader.fail(ANY_WORD, spanOf(words));
    }
    return anyOf(words.map((each) => engineValue(field, each)));
  }

  /** A phrase, or bare words up to an operator. */
  #words(): ReadText[] {
    const reader = this.#reader;
    const quoted = reader.quoted('"', 'controls');
    if (quoted !== null) return [quoted];
    const words: ReadText[] = [];
    while (!reader.ended && !reader.matches(KEYWORD)) {
      const word = reader.word(WORD);
      if (word === null) break;
      words.push(word);
    }
    return words;
  }
}

function spanOf(words: readonly ReadText[]): Span {
  return { from: words[0]?.at.from ?? 0, to: words.at(-1)?.at.to ?? 0 };
}

/** `field:(a or b)` as one clause where it is nothing but alternatives. */
function asList(query: Query): Query {
  const clauses = query.kind === 'or' ? query.of : [];
  const simple = clauses.flatMap((part) => (part.kind === 'field' ? [part] : []));
  return simple.length > 0 && simple.length === clauses.length ? anyOf(simple) : combine('and', [query]);
}
