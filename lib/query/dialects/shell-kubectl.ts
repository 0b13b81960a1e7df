import { resolveField } from '../field-reference';
import type { Query } from '../node';
import { literalPattern } from '../pattern';
import { QueryError } from '../query-error';
import { clause, compareClause, valueClause } from './build-clause';
import type { ShellWord } from './shell-words';

/** Options that change how lines are shown, not which. */
const SHOWS = /^(?:-f|--follow|--timestamps(?:=true)?|--all-containers(?:=true)?|--prefix(?:=true)?)$/;
const COUNTS = /^--(?:tail|limit-bytes|max-log-requests)(?:=|$)/;
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['-n', 'namespace'],
  ['--namespace', 'namespace'],
  ['-c', 'container'],
  ['--container', 'container'],
]);
/** What owns pods gives them its name and a suffix. */
const OWNER = /^(?:deploy(?:ment)?s?|ds|daemonsets?|sts|statefulsets?|rs|replicasets?|jobs?)(?:\.[\w.]+)?$/;

/** The clauses behind `kubectl logs`. Throws `QueryError`. */
export function kubectlQueries(program: ShellWord, words: readonly ShellWord[]): Query[] {
  const options: Query[] = [];
  const names: ShellWord[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.text.startsWith('-')) options.push(...readOption(word, rest));
    else names.push(word);
  }
  const [verb, pod, container] = names;
  if (verb?.text !== 'logs') throw new QueryError('only the command logs can be read here', verb?.at ?? program.at);
  const named = [
    ...(pod === undefined ? [] : [podIs(pod)]),
    ...(container === undefined ? [] : [fieldIs('container', container, container)]),
  ];
  const isPlace = (query: Query) => query.kind === 'field' && query.field.name === 'namespace';
  return [...options.filter(isPlace), ...named, ...options.filter((query) => !isPlace(query))];
}

/** The clauses of an option; takes its value from the words behind it. */
function readOption(word: ShellWord, rest: ShellWord[]): Query[] {
  const equal = word.text.startsWith('--') ? word.text.indexOf('=') : -1;
  const option = equal === -1 ? word.text : word.text.slice(0, equal);
  const value = () => (equal === -1 ? rest.shift() : { text: word.text.slice(equal + 1), at: word.at });
  const field = FIELDS.get(option);
  if (field !== undefined) return [fieldIs(field, value(), word)];
  if (option === '--since') return [since(value(), word)];
  if (option === '-l' || option === '--selector') {
    throw new QueryError('the labels of pods are not known here; use pod:…', word.at);
  }
  if (COUNTS.test(word.text)) value();
  else if (!SHOWS.test(word.text)) throw new QueryError(`${option} cannot be said here`, word.at);
  return [];
}

function fieldIs(name: string, value: ShellWord | undefined, option: ShellWord): Query {
  if (value === undefined) throw new QueryError('a value is missing after this', option.at);
  return valueClause(resolveField(name), { pattern: literalPattern(value.text), at: value.at, quoted: true });
}

function podIs(word: ShellWord): Query {
  const [kind, name] = word.text.includes('/') ? word.text.split('/', 2) : ['pod', word.text];
  const { at } = word;
  if (name === undefined || name === '') throw new QueryError('a name is missing here', at);
  if (kind === 'pod' || kind === 'pods' || kind === 'po') return fieldIs('pod', { text: name, at }, word);
  if (!OWNER.test(kind ?? '')) throw new QueryError(`pods of a ${kind} cannot be told by their names; use pod:…`, at);
  return clause(resolveField('pod'), {
    kind: 'word',
    pattern: [{ kind: 'literal', text: `${name}-` }, { kind: 'any' }],
    at,
  });
}

function since(value: ShellWord | undefined, option: ShellWord): Query {
  if (value === undefined) throw new QueryError('a duration is missing after this', option.at);
  return compareClause(resolveField('time'), '>=', {
    pattern: literalPattern(`now-${value.text}`),
    at: value.at,
    quoted: true,
  });
}
