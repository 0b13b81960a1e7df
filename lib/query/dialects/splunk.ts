import { type FieldReference, knownField } from '../field-reference';
import { combine, type Query } from '../node';
import type { Comparator } from '../operand';
import { literalText } from '../pattern';
import type { Span } from '../query-error';
import { type BooleanRules, expectEnd, readBoolean } from './boolean-terms';
import { anyOf, clause, compareClause, existsClause, not, textQuery, valueClause } from './build-clause';
import type { Dialect, Translation } from './dialect';
import { namesOf, WORDS_NOTE } from './names';
import { type ReadText, TextReader } from './text-reader';

const CERTAIN =
  /^\s*search\s+\S|(?:^|[\s(])(?:index|sourcetype|earliest|latest)\s*=|\|\s*(?:stats|timechart|table|eval|rex|dedup|head|rename|chart|transaction|spath)\b/i;
const POSSIBLE = /(?:^|[\s(])([A-Za-z_][\w.]*)\s*!?=(?![=~])\s*["\w*]/;

const fieldNamed = namesOf({
  host: 'node',
  src: 'src_ip',
  dest: 'dst_ip',
  dest_port: 'dst_port',
  http_status: 'status',
});
const COMPARISON = /([A-Za-z_][\w.{}-]*)\s*(!=|>=|<=|=|>|<)/y;
const IN = /([A-Za-z_][\w.{}-]*)\s+IN\s*\(/iy;
const ABROAD: ReadonlySet<string> = new Set(['index', 'sourcetype', 'source', 'eventtype', 'tag', 'splunk_server']);
const WORD = { ends: '()",|', wildcards: '*', escapes: false };

/** Splunk's search command. Grammar: https://docs.splunk.com/Documentation/Splunk/latest/SearchReference/Search */
export const splunk: Dialect = {
  name: 'splunk',
  title: 'Splunk',
  likeness(text) {
    if (CERTAIN.test(text)) return 'certain';
    const [, name] = POSSIBLE.exec(text) ?? [];
    return name !== undefined && knownField(name) !== null ? 'possible' : 'no';
  },
  translate,
  examples: [
    {
      text: 'search user=bob status>=500 NOT verb=get "access denied"',
      reads: 'user:bob and status>=500 and not verb:get and "access denied"',
      finds: [{ user: 'bob', status: 500, text: 'Access denied' }],
      misses: [
        { user: 'bob', status: 500, verb: 'get', text: 'access denied' },
        { user: 'bob', text: 'access denied' },
      ],
    },
    {
      text: 'search user=bob verb=get OR verb=list',
      reads: 'user:bob and (verb:get or verb:list)',
      finds: [{ user: 'bob', verb: 'list' }],
      misses: [
        { user: 'ann', verb: 'list' },
        { user: 'bob', verb: 'watch' },
      ],
    },
    {
      text: 'verb IN (get, "list") user!=bob pod=api-*',
      reads: 'verb:(get or list) and user:* and not user:bob and pod:api-*',
      finds: [{ verb: 'list', user: 'ann', pod: 'api-1' }],
      misses: [
        { verb: 'list', pod: 'api-1' },
        { verb: 'list', user: 'bob', pod: 'api-1' },
      ],
    },
    { text: 'index=main user=bob', refused: /index/, at: 'index' },
    { text: 'user=bob earliest=-24h', refused: /time range/, at: 'earliest' },
    { text: 'search user=bob | stats count by verb', refused: /commands after/, at: '|' },
    { text: 'search status>x', refused: /status needs a number/, at: 'x' },
  ],
};

/** `or` holds tighter than `and` in Splunk. */
function translate(text: string): Translation {
  const reader = new TextReader(text);
  let searchesWords = false;
  const rules: BooleanRules = {
    or: /OR(?=[\s("]|$)/y,
    and: /AND(?=[\s("]|$)/y,
    not: /NOT(?=[\s("]|$)/y,
    adjacent: 'and',
    tighter: 'or',
    term() {
      const listed = reader.match(IN);
      if (listed?.[1] !== undefined) return inList(reader, listed[1], listed[0].length);
      const compared = reader.match(COMPARISON);
      if (compared !== null) return comparison(reader, compared);
      const word = reader.quoted('"') ?? reader.word(WORD);
      if (word === null) return reader.fail('this cannot be read here');
      searchesWords = true;
      return textQuery(word.pattern, word.at);
    },
  };
  reader.match(/\|?\s*search\s/iy);
  const query = readBoolean(reader, rules, /\|/y);
  if (reader.sees('|')) {
    reader.fail('commands after | cannot be said in this way here; take the part before it', {
      from: reader.position,
      to: reader.position + 1,
    });
  }
  expectEnd(reader);
  return { query, notes: searchesWords ? [WORDS_NOTE] : [] };
}

function comparison(reader: TextReader, [whole, name = '', operator = '']: RegExpExecArray): Query {
  const from = reader.position - whole.length;
  const field = named(reader, name, { from, to: from + name.length });
  const value = readValue(reader);
  if (operator === '=') return equal(field, value);
  // An event without the field is not unequal in Splunk.
  if (operator === '!=') return combine('and', [existsClause(field, value.at), not(equal(field, value), from)]);
  return compareClause(field, operator as Comparator, value);
}

/** Splunk's wildcards work within quotes too. */
function equal(field: FieldReference, { pattern, at, quoted }: ReadText) {
  const [only] = pattern;
  if (pattern.length === 1 && only?.kind === 'any') return existsClause(field, at);
  return pattern.some(({ kind }) => kind === 'any')
    ? clause(field, { kind: 'word', pattern, at })
    : valueClause(field, { pattern, at, quoted });
}

function inList(reader: TextReader, name: string, length: number): Query {
  const from = reader.position - length;
  const field = named(reader, name, { from, to: from + name.length });
  const values = [equal(field, readValue(reader))];
  while (reader.take(',')) values.push(equal(field, readValue(reader)));
  if (!reader.take(')')) reader.fail('the parenthesis is not closed');
  return anyOf(values);
}

function named(reader: TextReader, name: string, at: Span): FieldReference {
  const lower = name.toLowerCase();
  if (lower === 'earliest' || lower === 'latest') return reader.fail('choose the time range beside the query', at);
  if (ABROAD.has(lower)) return reader.fail(`${lower} of Splunk is not known here; leave it out`, at);
  return fieldNamed(name);
}

function readValue(reader: TextReader): ReadText {
  const quoted = reader.quoted('"', 'marks');
  if (quoted === null) return reader.word(WORD) ?? reader.fail('a value is missing here');
  const content = literalText(quoted.pattern) ?? '';
  if (!content.includes('*')) return quoted;
  const pattern = content
    .split('*')
    .flatMap((text, index): ReadText['pattern'] => [
      ...(index === 0 ? [] : [{ kind: 'any' as const }]),
      ...(text === '' ? [] : [{ kind: 'literal' as const, text }]),
    ]);
  return { ...quoted, pattern };
}
