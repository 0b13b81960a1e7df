import type { FieldReference } from '../field-reference';
import type { Query } from '../node';
import type { Comparator } from '../operand';
import { literalPattern, literalText } from '../pattern';
import type { Span } from '../query-error';
import { scanRange } from '../scan-value';
import { type BooleanRules, expectEnd, readBoolean } from './boolean-terms';
import { anyOf, clause, compareClause, existsClause, textQuery, valueClause } from './build-clause';
import type { Translation } from './dialect';
import { namesOf, WORDS_NOTE } from './names';
import { type ReadText, TextReader } from './text-reader';

/** Reserved attributes, tags of the Kubernetes integration and standard attributes. */
const fieldNamed = namesOf({
  status: 'severity',
  service: 'component',
  host: 'node',
  pod_name: 'pod',
  container_name: 'container',
  kube_namespace: 'namespace',
  kube_node: 'node',
  kube_cluster_name: 'cluster',
  cluster_name: 'cluster',
  kube_container_name: 'container',
  'http.status_code': 'status',
  'http.method': 'method',
  'http.url_details.path': 'path',
  'http.url_details.host': 'host',
  'http.useragent': 'user_agent',
  'network.client.ip': 'src_ip',
  'network.client.port': 'src_port',
  'network.destination.ip': 'dst_ip',
  'network.destination.port': 'dst_port',
  'network.bytes_written': 'bytes',
  'usr.id': 'user',
  'usr.name': 'user',
  'logger.name': 'caller',
});
const NANOSECONDS_PER_MILLISECOND = 1e6;
const NAME = /(@?(?:[A-Za-z_]|\\.)(?:[\w.$/-]|\\.)*|\*):/y;
const WORD = { ends: '()"', wildcards: '*?', escapes: true };
const JOINS = { or: /OR(?=[\s("]|$)/y, and: /AND(?=[\s("]|$)/y, not: /NOT(?=[\s("]|$)|-(?=\S)/y };

/** Reads a search of Datadog's log explorer into our nodes. Throws `QueryError`. */
export class Datadog {
  readonly #reader: TextReader;
  #searchesWords = false;

  constructor(text: string) {
    this.#reader = new TextReader(text);
  }

  translation(): Translation {
    const query = readBoolean(
      this.#reader,
      this.#rules(() => this.#term()),
    );
    expectEnd(this.#reader);
    return { query, notes: this.#searchesWords ? [WORDS_NOTE] : [] };
  }

  #rules(term: () => Query): BooleanRules {
    return { ...JOINS, adjacent: 'and', term };
  }

  #term(): Query {
    const reader = this.#reader;
    if (reader.match(/CIDR\s*\(/y) !== null) return this.#networks();
    const found = reader.match(NAME);
    if (found?.[1] === undefined || found[1] === '*') {
      const word = reader.quoted('"') ?? reader.word(WORD);
      if (word === null) return reader.fail('this cannot be read here');
      this.#searchesWords = true;
      return textQuery(word.pattern, word.at);
    }
    const at = reader.since(reader.position - found[0].length);
    const field = this.#named(found[1], { from: at.from, to: at.to - 1 });
    const scale = found[1] === '@duration' ? NANOSECONDS_PER_MILLISECOND : 1;
    if (!reader.sees('(')) return this.#value(field, scale);
    const open = { from: reader.position, to: reader.position + 1 };
    reader.take('(');
    const query = reader.nested(() =>
      readBoolean(
        reader,
        this.#rules(() => this.#value(field, scale)),
      ),
    );
    if (!reader.take(')')) reader.fail('the parenthesis is not closed', open);
    const parts = query.kind === 'or' ? query.of.flatMap((part) => (part.kind === 'field' ? [part] : [])) : [];
    return query.kind === 'or' && parts.length === query.of.length ? anyOf(parts) : query;
  }

  #named(written: string, at: Span): FieldReference {
    const name = written.replace(/\\(.)/gs, '$1');
    if (name === 'source' || name === 'index') {
      this.#reader.fail(`${name} of Datadog is not known here; use component:… or format:…`, at);
    }
    if (name === 'status' || name === 'host' || !name.startsWith('@')) return fieldNamed(name);
    // `@status` and `@host` are attributes of the event, not Datadog's own.
    const own = name.slice(1);
    return own === 'status' || own === 'host' || own === 'service' ? namesOf({})(own) : fieldNamed(own);
  }

  #value(field: FieldReference, scale: number): Query {
    const reader = this.#reader;
    const comparator = reader.match(/>=|<=|>|</y)?.[0];
    if (comparator !== undefined) return compareClause(field, comparator as Comparator, scaled(this.#word(), scale));
    if (reader.sees('[') || reader.sees('{')) return this.#range(field, scale);
    const word = this.#word();
    const [only] = word.pattern;
    if (!word.quoted && word.pattern.length === 1 && only?.kind === 'any') return existsClause(field, word.at);
    return valueClause(field, scaled(word, scale));
  }

  #word(): ReadText {
    const word = this.#reader.quoted('"') ?? this.#reader.word(WORD);
    return word ?? this.#reader.fail('a value is missing here');
  }

  #range(field: FieldReference, scale: number): Query {
    const reader = this.#reader;
    const from = reader.position;
    const range = scanRange(reader.text, from);
    if (range === null) return reader.fail('a range is written [low TO high]');
    reader.position = range.to;
    const end = (bound: typeof range.low) => ({
      ...bound,
      text: bound.text === null ? null : scaledText(bound.text, scale),
    });
    return clause(field, { kind: 'range', low: end(range.low), high: end(range.high), at: reader.since(from) });
  }

  #networks(): Query {
    const reader = this.#reader;
    const name = reader.match(/@?[\w.]+/y)?.[0] ?? '';
    const at = reader.since(reader.position - name.length);
    const field = this.#named(name, at);
    if (field.kind !== 'address') reader.fail('only a field that is an address can be in a network', at);
    const blocks: Query[] = [];
    while (reader.take(',')) {
      const block = reader.word({ ends: ',()"', wildcards: '', escapes: false });
      if (block === null) return reader.fail('a network is missing here');
      blocks.push(clause(field, { kind: 'word', pattern: block.pattern, at: block.at }));
    }
    if (!reader.take(')') || blocks.length === 0) reader.fail('CIDR(@field, 10.0.0.0/8) is expected here');
    return anyOf(blocks.flatMap((block) => (block.kind === 'field' ? [block] : [])));
  }
}

/** Datadog's durations are nanoseconds; one with a unit says it itself. */
function scaled(word: ReadText, scale: number): ReadText {
  const text = literalText(word.pattern);
  return text === null ? word : { ...word, pattern: literalPattern(scaledText(text, scale)) };
}

function scaledText(text: string, scale: number): string {
  return scale !== 1 && /^\d+(\.\d+)?$/.test(text) ? String(Number(text) / scale) : text;
}
