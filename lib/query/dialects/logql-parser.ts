import { combine, type Query } from '../node';
import type { Comparator } from '../operand';
import { literalPattern, literalText } from '../pattern';
import type { Span } from '../query-error';
import { type BooleanRules, expectEnd, readBoolean } from './boolean-terms';
import { anyOf, clause, compareClause, existsClause, not, regexClause, textQuery, valueClause } from './build-clause';
import type { Translation } from './dialect';
import { CASE_NOTE, namesOf } from './names';
import { patternsOfRegex } from './regex-patterns';
import { type ReadText, TextReader } from './text-reader';

/** Labels that Loki's shippers give, and what a parser makes of nested names: dots become underscores. */
const fieldNamed = namesOf({
  app: 'component',
  service_name: 'component',
  k8s_pod_name: 'pod',
  k8s_namespace_name: 'namespace',
  k8s_container_name: 'container',
  k8s_node_name: 'node',
  node_name: 'node',
  detected_level: 'severity',
  filename: 'file',
});
const LABEL = /([A-Za-z_][\w.]*)\s*(=~|!~|!=|==|=|>=|<=|>|<)/y;
const LINE_FILTER = /\|=|!=|\|~|!~/y;
/** Stages that only name what is in an event: here it has its names already. */
const PARSER = /\|\s*(?:json|logfmt|unpack|decolorize)(?![\w])(?:\s+--?[\w-]+)*/y;
const OTHER_STAGE =
  /(pattern|regexp|line_format|label_format|drop|keep|unwrap|json|logfmt)(?!\w)(?!\s*(?:=~|!~|!=|==|=|>=|<=|>|<))/y;
const JOINS = { or: /or(?!\w)/iy, and: /and(?!\w)|,/iy, not: /(?!)/y };

/** Reads a log query of Loki into our nodes. Throws `QueryError`. */
export class LogQl {
  readonly #reader: TextReader;

  constructor(text: string) {
    this.#reader = new TextReader(text);
  }

  translation(): Translation {
    const reader = this.#reader;
    const metric = /[a-z_]+(?=\s*(?:\(|by|without))/y;
    if (reader.matches(metric)) {
      const found = reader.match(metric);
      const to = reader.position;
      reader.fail('a query selects events here; take the part from { on, without the counting around it', {
        from: to - (found?.[0].length ?? 0),
        to,
      });
    }
    const parts = this.#selector();
    while (!reader.ended) parts.push(...this.#stage());
    expectEnd(reader);
    return { query: combine('and', parts), notes: [CASE_NOTE] };
  }

  #selector(): Query[] {
    const reader = this.#reader;
    const parts: Query[] = [];
    if (!reader.take('{')) return parts;
    const brace: Span = { from: reader.position - 1, to: reader.position };
    while (!reader.sees('}')) {
      if (reader.ended) reader.fail('the brace is not closed', brace);
      parts.push(this.#label());
      if (!reader.take(',') && !reader.sees('}')) {
        if (reader.ended) reader.fail('the brace is not closed', brace);
        reader.fail('a comma or } is expected here');
      }
    }
    reader.take('}');
    return parts;
  }

  #stage(): Query[] {
    const reader = this.#reader;
    const from = reader.position;
    if (reader.match(/[|!]>/y) !== null) {
      reader.fail(
        'a pattern of Loki cannot be asked for here; use words, or message:/…/',
        reader.since(reader.position - 2),
      );
    }
    const filter = reader.match(LINE_FILTER)?.[0];
    if (filter !== undefined) return [this.#lineFilter(filter)];
    if (reader.match(PARSER) !== null) {
      if (!reader.ended && !reader.matches(/[|!]/y))
        reader.fail('a parser that renames its labels cannot be said here');
      return [];
    }
    if (!reader.take('|')) return reader.fail('a stage begins with | here', from === 0 ? undefined : reader.here);
    const stage = reader.match(OTHER_STAGE)?.[1];
    if (stage !== undefined) {
      reader.fail(
        `${stage} cannot be said here; ask for fields that events have`,
        reader.since(reader.position - stage.length),
      );
    }
    return [readBoolean(reader, this.#labelRules(), /[|!]/y)];
  }

  #labelRules(): BooleanRules {
    return { ...JOINS, adjacent: { refused: '"and", "or" or | is expected here' }, term: () => this.#label() };
  }

  #lineFilter(operator: string): Query {
    const reader = this.#reader;
    const alternatives = [this.#line(operator)];
    while (reader.match(/or(?!\w)/iy) !== null) alternatives.push(this.#line(operator));
    const query = combine('or', alternatives);
    return operator.startsWith('!') ? not(query) : query;
  }

  #line(operator: string): Query {
    const reader = this.#reader;
    const ip = reader.match(/ip\s*\([^)]*\)/y);
    if (ip !== null) {
      reader.fail(
        'ip(…) on a whole line cannot be said here; ask a field: src_ip:10.0.0.0/8',
        reader.since(reader.position - ip[0].length),
      );
    }
    const { text, at } = this.#string();
    if (!operator.endsWith('~')) return textQuery(literalPattern(text), at);
    const patterns = patternsOfRegex(text, at);
    if (patterns === null) {
      return reader.fail(
        'this regular expression over the whole line cannot be said here; message:/…/ searches the message',
        at,
      );
    }
    return combine(
      'or',
      patterns.map((pattern) => textQuery(trimmed(pattern), at)),
    );
  }

  #label(): Query {
    const reader = this.#reader;
    reader.skipSpace();
    const from = reader.position;
    const [, name, operator] = reader.match(LABEL) ?? [];
    if (name === undefined || operator === undefined)
      return reader.fail('a label with =, !=, =~ or !~ is expected here');
    const known = fieldNamed(name.replaceAll('_', '.'));
    const field = fieldNamed(name).kind === 'attribute' && known.kind !== 'attribute' ? known : fieldNamed(name);
    const value = this.#value(operator);
    const text = literalText(value.pattern) ?? '';
    switch (operator) {
      case '=':
      case '==':
        return text === '' ? not(existsClause(field, value.at), from) : valueClause(field, value);
      case '!=':
        return text === '' ? existsClause(field, value.at) : not(valueClause(field, value), from);
      case '=~':
        return this.#matching(field, text, value.at);
      case '!~':
        return not(this.#matching(field, text, value.at), from);
      default:
        return compareClause(field, operator as Comparator, value);
    }
  }

  /** Loki ties a label's expression to both ends. Without a label its value is the empty text. */
  #matching(field: Parameters<typeof clause>[0], source: string, at: Span): Query {
    const patterns = patternsOfRegex(source, at);
    if (patterns === null) return regexClause(field, `^(?:${source.replace(/^\(\?i\)/, '')})$`, at);
    if (patterns.some((pattern) => pattern.every(({ kind }) => kind === 'any'))) return { kind: 'everything', at };
    return anyOf(
      patterns.map((pattern) =>
        isSome(pattern) ? existsClause(field, at) : clause(field, { kind: 'word', pattern, at }),
      ),
    );
  }

  #value(operator: string): ReadText {
    const quoted = this.#reader.quoted('"`', 'controls');
    if (quoted !== null) return quoted;
    const number =
      /[=~]$/.test(operator) && operator !== '=' && operator !== '==' && operator !== '!=' && !/^[<>]/.test(operator);
    const bare = number ? null : this.#reader.word({ ends: ',()|}"', wildcards: '', escapes: false });
    if (bare === null || !/^[-+]?[.\d]/.test(literalText(bare.pattern) ?? '')) {
      return this.#reader.fail('a text in quotes is expected here', bare?.at);
    }
    return bare;
  }

  #string(): { text: string; at: Span } {
    const quoted = this.#reader.quoted('"`', 'controls');
    if (quoted === null) return this.#reader.fail('a text in quotes is expected here');
    return { text: literalText(quoted.pattern) ?? '', at: quoted.at };
  }
}

type Pattern = ReadText['pattern'];

/** `?*`: any text but the empty one, which is a label that is there. */
function isSome(pattern: Pattern): boolean {
  return (
    pattern.length > 1 &&
    pattern.every(({ kind }) => kind !== 'literal') &&
    pattern.filter(({ kind }) => kind === 'one').length === 1
  );
}

/** A line filter finds its text anywhere: wildcards at its ends say nothing. */
function trimmed(pattern: Pattern): Pattern {
  const isAny = (index: number) => pattern.at(index)?.kind === 'any';
  return pattern.slice(isAny(0) ? 1 : 0, pattern.length > 1 && isAny(-1) ? -1 : undefined);
}
