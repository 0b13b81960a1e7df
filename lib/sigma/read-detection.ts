import { type Condition, parseCondition } from './condition';
import type { Detection, DetectionItem, RawValue, Selection } from './rule';
import { type DocumentPath, RuleError } from './rule-error';

const DEPTH_MAX = 16;
/** Keys beside the selections. `timeframe` belongs to conditions that count, which are refused. */
const NOT_SELECTIONS: ReadonlySet<string> = new Set(['condition', 'timeframe']);

/** Reads the selections and the condition of a rule; `others` are keys that are no selections in this kind of rule. */
export function readDetection(value: unknown, path: DocumentPath, others: readonly string[] = []): Detection {
  if (!isMap(value)) throw new RuleError(`"${path.join('.')}" must be a map of selections and a condition`, path);
  const names = Object.keys(value).filter((name) => !NOT_SELECTIONS.has(name) && !others.includes(name));
  if (names.length === 0) throw new RuleError('the rule has no selection', path);
  const selections = new Map(names.map((name) => [name, readSelection(value[name], [...path, name], 0)]));
  return { selections, conditions: readConditions(value.condition, names, [...path, 'condition']) };
}

function readConditions(value: unknown, names: readonly string[], path: DocumentPath): Condition[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((text) => typeof text === 'string');
  if (texts.length === 0 || texts.length < list.length) throw new RuleError('the rule has no condition', path);
  return texts.map((text) => parseCondition(text, names, path));
}

/** A map asks for all of its items, a list of maps for one of them; a value or a list of values are keywords. */
function readSelection(value: unknown, path: DocumentPath, depth: number): Selection {
  if (depth > DEPTH_MAX) throw new RuleError('the selections are nested too deeply', path);
  if (isMap(value)) {
    const of = Object.entries(value).map(([key, part]) => readItem(key, part, [...path, key]));
    return group('all', of, path);
  }
  if (!Array.isArray(value)) return keywords([readScalar(value, path)], path);
  const list: readonly unknown[] = value;
  if (list.every(isScalar)) return keywords(list, path);
  const of = list.map((part, index) => readSelection(part, [...path, index], depth + 1));
  return group('any', of, path);
}

function group(kind: 'all' | 'any', of: readonly Selection[], path: DocumentPath): Selection {
  const [only] = of;
  if (only === undefined) throw new RuleError(`the selection "${path.at(-1)}" is empty`, path);
  return of.length === 1 ? only : { kind, of };
}

function keywords(values: readonly RawValue[], path: DocumentPath): DetectionItem {
  if (values.length === 0) throw new RuleError(`the selection "${path.at(-1)}" is empty`, path);
  return { kind: 'item', field: null, modifiers: [], values };
}

function readItem(key: string, value: unknown, path: DocumentPath): DetectionItem {
  const [field = '', ...modifiers] = key.split('|');
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const values = list.map((part, index) => readScalar(part, Array.isArray(value) ? [...path, index] : path));
  if (field === '' && values.length === 0) throw new RuleError('a list of keywords is empty', path);
  return { kind: 'item', field: field === '' ? null : field, modifiers, values };
}

function readScalar(value: unknown, path: DocumentPath): RawValue {
  if (!isScalar(value)) throw new RuleError(`"${path.join('.')}" must be a text, a number, true, false or null`, path);
  if (typeof value === 'number' && !isExact(value)) {
    throw new RuleError(`"${path.join('.')}" is no number that can be compared exactly`, path);
  }
  return value;
}

/** Beyond 2^53 a number has become another one by the time that it is read. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function isScalar(value: unknown): value is RawValue {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
