import { describe, expect, test } from 'vitest';
import type { BatchReceiver, PieceReceiver, ReceivedRequest, ReceiverExample } from './receiver';
import { RECEIVERS } from './receivers';

function requestOf({ method = 'POST', path, headers = {} }: ReceiverExample): ReceivedRequest {
  return { method, path, query: new URLSearchParams(), headers };
}

function bodyOf({ body }: ReceiverExample): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.base64, 'base64');
}

function recordsOf(receiver: BatchReceiver | PieceReceiver, example: ReceiverExample) {
  const body = bodyOf(example);
  if (receiver.flow === 'batch') {
    const { records, answer } = receiver.read(body, requestOf(example));
    return { records, answer: answer(records.map(() => true)) };
  }
  const cutter = receiver.cutter();
  const pieces = [...cutter.push(body), ...cutter.end()];
  const { records } = receiver;
  const texts = pieces.map((piece) => ({ text: piece.toString('utf8'), hints: null, key: null }));
  return { records: records === null ? texts : pieces.flatMap(records), answer: receiver.stored(pieces.length) };
}

test('names are different and in lower case', () => {
  const names = RECEIVERS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z-]*$/);
});

describe.each(RECEIVERS.filter((receiver) => receiver.flow !== 'probe'))('$name', (receiver) => {
  test.each(receiver.examples)('example %#', (example) => {
    // Nobody before it in the registry takes what is its own.
    expect(RECEIVERS.find((one) => one.takes(requestOf(example)))).toBe(receiver);
    if (example.records === null) {
      expect(() => recordsOf(receiver, example)).toThrow();
      return;
    }
    const { records, answer } = recordsOf(receiver, example);
    expect(records).toHaveLength(example.records.length);
    for (const [index, record] of example.records.entries()) expect(records[index]).toMatchObject(record);
    if (example.answer === undefined) return;
    expect(answer.status).toBe(example.answer.status);
    expect(Buffer.from(answer.body).toString('utf8')).toMatch(startingWith(example.answer.body));
  });

  test('each refusal is worth a retry exactly if the sender can do something by waiting', () => {
    const [example] = receiver.examples;
    if (example === undefined) throw new Error('a receiver needs an example');
    const statusOf = (why: Parameters<typeof receiver.refused>[1]) =>
      receiver.refused(requestOf(example), why, 'because').status;
    for (const why of ['busy', 'down'] as const) expect([429, 503]).toContain(statusOf(why));
    for (const why of ['bad', 'encoding', 'too-large', 'no-token', 'wrong-token', 'gone'] as const) {
      expect(statusOf(why)).toBeGreaterThanOrEqual(400);
      expect([429, 502, 503, 504]).not.toContain(statusOf(why));
    }
  });
});

describe.each(RECEIVERS.filter((receiver) => receiver.flow === 'probe'))('$name', (receiver) => {
  test.each(receiver.examples)('$method $path', ({ method, path, status }) => {
    const request = { method, path, query: new URLSearchParams(), headers: {} };
    expect(RECEIVERS.find((one) => one.takes(request))).toBe(receiver);
    expect(receiver.answer(request).status).toBe(status);
  });
});

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
