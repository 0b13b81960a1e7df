import type { FieldReference } from '../field-reference';
import { type AggregateFunction, functionCalled, functionOf } from '../functions';
import type { AggregateCall } from '../pipeline/steps';
import { QueryError, type Span } from '../query-error';
import type { StageReader } from './stage-reader';

const FUNCTION_HINT = 'count, sum bytes, avg bytes, min bytes, max bytes, quantile 0.95 bytes or distinct user';

/** `count, sum bytes, quantile(bytes, 0.95) as worst`: one figure or more. */
export function readAggregates(reader: StageReader): AggregateCall[] {
  return reader.list(() => readCall(reader));
}

/** `count` alone, under its own name. */
export function countCall(): AggregateCall {
  return { kind: 'count', field: null, parameter: null, name: functionOf('count').nameOf(null, null) };
}

function readCall(reader: StageReader): AggregateCall {
  const { at } = reader;
  const found = reader.takeRead(functionCalled);
  if (found === null) throw new QueryError(`a figure is missing here; write ${FUNCTION_HINT}`, at);
  const { called } = found;
  const inside = reader.take('open');
  const { field, parameter } = readArguments(reader, called, found.parameter);
  if (inside && !reader.take('close')) throw new QueryError(`a ) is missing after ${called.kind}(`, reader.at);
  const name = reader.takeWord('as') ? reader.name('as') : called.nameOf(field, parameter);
  return { kind: called.kind, field, parameter, name };
}

function readArguments(reader: StageReader, called: AggregateFunction, given: number | null) {
  if (called.takes === 'nothing') {
    // As SQL has it: count(*).
    reader.takeWord('*');
    if (reader.hasField) {
      const what = 'count by user (how often each occurs) or distinct user (how many there are)';
      throw new QueryError(`${called.kind} takes no field; write ${what}`, reader.at);
    }
    return { field: null, parameter: null };
  }
  let parameter = given ?? readParameter(reader, called);
  if (parameter !== null && given === null) reader.take('comma');
  const { at } = reader;
  const field = reader.field(called.names[0] ?? called.kind);
  refuseUnfit(called, field, at);
  if (called.takesParameter && parameter === null) {
    reader.take('comma');
    parameter = readParameter(reader, called);
    if (parameter === null) throw new QueryError(`how much is missing; write quantile 0.95 ${field.name}`, reader.at);
  }
  return { field, parameter };
}

/** `0.95`, or `95%`. */
function readParameter(reader: StageReader, called: AggregateFunction): number | null {
  if (!called.takesParameter) return null;
  const { at } = reader;
  const share = reader.takeRead((word) => {
    const [, digits, percent] = /^(\d{1,3}(?:\.\d{1,9})?|\.\d{1,9})(%?)$/.exec(word) ?? [];
    if (digits === undefined) return null;
    return percent === '%' ? Number((Number(digits) / 100).toPrecision(12)) : Number(digits);
  });
  if (share !== null && share > 1) throw new QueryError('a quantile lies between 0 and 1, such as 0.95', at);
  return share;
}

function refuseUnfit({ kind, takes }: AggregateFunction, field: FieldReference, at: Span): void {
  const isAmount = field.kind === 'integer' || field.kind === 'number' || field.kind === 'attribute';
  const hasOrder = isAmount || field.kind === 'severity' || field.kind === 'time';
  if (takes === 'numbers' && !isAmount) {
    throw new QueryError(`${kind} needs a number field such as bytes, duration or status; ${field.name} is none`, at);
  }
  if (takes === 'ordered' && !hasOrder) {
    throw new QueryError(`${kind} works on numbers, severity and time; ${field.name} has no order`, at);
  }
  if (takes === 'values' && field.kind === 'id') throw new QueryError('every event has another id; use count', at);
}
