import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SyslogFramer, syslogRecord } from './syslog';

function framed(chunks: readonly Buffer[]): string[] {
  const framer = new SyslogFramer();
  return [...chunks.flatMap((chunk) => framer.push(chunk)), ...framer.end()].map(String);
}

test('messages with a length and messages that end with a newline come side by side', () => {
  expect(framed([Buffer.from('9 <28>1 a\nb<13>two\n<13>three\n5 <1>xy<14>rest')])).toEqual([
    '<28>1 a\nb',
    '<13>two',
    '<13>three',
    '<1>xy',
    '<14>rest',
  ]);
});

test('however the bytes arrive, the messages are the same', () => {
  const message = fc.string({ maxLength: 40, unit: fc.constantFrom('a', ' ', '7', 'é') }).map((text) => `<13>${text}`);
  const frame = fc.oneof(
    message.map((text) => ({ text, bytes: `${Buffer.byteLength(text)} ${text}` })),
    message.map((text) => ({ text, bytes: `${text}\n` })),
  );
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 10 }), fc.array(fc.nat(20), { minLength: 1 }), (frames, sizes) => {
      const bytes = Buffer.from(frames.map((one) => one.bytes).join(''));
      const chunks: Buffer[] = [];
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const size = (sizes[turn % sizes.length] ?? 0) + 1;
        chunks.push(bytes.subarray(at, at + size));
        at += size;
      }
      expect(framed(chunks)).toEqual(frames.map(({ text }) => text));
    }),
  );
});

test('ends are no part of a record, and an empty one is none', () => {
  expect(syslogRecord(Buffer.from('<13>one\r\n\0'), 7)).toMatchObject({ text: '<13>one', hints: { time: 7 } });
  expect(syslogRecord(Buffer.from('\n'), 7)).toBeNull();
});
