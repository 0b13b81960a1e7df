import type { FieldReference } from '../field-reference';
import { functionOf } from '../functions';
import type { AggregateCall } from '../pipeline/steps';
import { quote } from '../scalar-text';

/** A field's name as a step writes it: bare where it can be taken for nothing else. */
export function printField({ name }: FieldReference): string {
  return printBare(name);
}

export function printFields(fields: readonly FieldReference[]): string {
  return fields.map(printField).join(', ');
}

export function printBy(by: readonly FieldReference[]): string {
  return by.length === 0 ? '' : ` by ${printFields(by)}`;
}

export function printAggregates(calls: readonly AggregateCall[]): string {
  return calls
    .map((call) => {
      const called = functionOf(call.kind);
      const text = called.print(call.field === null ? '' : printField(call.field), call.parameter);
      return call.name === called.nameOf(call.field, call.parameter) ? text : `${text} as ${printBare(call.name)}`;
    })
    .join(', ');
}

export function aggregateWords(calls: readonly AggregateCall[]): string {
  return listWords(calls.map(({ kind, field, parameter }) => functionOf(kind).words(labelOf(field), parameter)));
}

/** ` for each user and verb`, or nothing. */
export function byWords(by: readonly FieldReference[]): string {
  return by.length === 0 ? '' : ` for each ${listWords(by.map(labelOf))}`;
}

export function fieldWords(fields: readonly FieldReference[]): string {
  return listWords(fields.map(labelOf));
}

/** `a`, `a and b`, `a, b and c`. */
function listWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function labelOf(field: FieldReference | null): string {
  return field?.label ?? '';
}

function printBare(name: string): string {
  return /^[\p{L}_@][\p{L}\p{N}_@$./-]*$/u.test(name) && !/^(by|as|vs|asc|desc)$/i.test(name) ? name : quote(name);
}
