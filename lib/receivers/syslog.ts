import type { ReceivedRecord } from './receiver';

const NEWLINE = 0x0a;
const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;
const LENGTH_DIGITS_MAX = 8;
/** RFC 5425 asks for 8 KB; senders of stack traces write more. A longer message is cut. */
export const MESSAGE_BYTES_MAX = 1024 * 1024;
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Cuts what comes over TCP into messages: each begins with its length in bytes (RFC 6587, section 3.4.1), or ends with a
 * newline (3.4.2). Which of them a sender uses may differ from message to message.
 */
export class SyslogFramer {
  private held: Buffer = NOTHING;

  /** The messages that are whole now. */
  push(chunk: Uint8Array): Buffer[] {
    this.held = this.held.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.held, chunk]);
    const messages: Buffer[] = [];
    let at = 0;
    for (;;) {
      const frame = this.frameAt(at);
      if (frame === null) break;
      if (frame.end > frame.start) messages.push(this.held.subarray(frame.start, frame.end));
      at = frame.next;
    }
    this.held = Buffer.from(this.held.subarray(at));
    return messages;
  }

  /** What the end of a connection leaves. */
  end(): Buffer[] {
    const { held } = this;
    this.held = NOTHING;
    return held.length === 0 ? [] : [held];
  }

  private frameAt(at: number): { start: number; end: number; next: number } | null {
    const { held } = this;
    const counted = countedLength(held, at);
    if (counted !== null) {
      const end = counted.start + counted.length;
      return end <= held.length ? { start: counted.start, end, next: end } : null;
    }
    const newline = held.indexOf(NEWLINE, at);
    if (newline !== -1) return { start: at, end: newline, next: newline + 1 };
    const cut = at + MESSAGE_BYTES_MAX;
    return cut <= held.length ? { start: at, end: cut, next: cut } : null;
  }
}

/** `LENGTH SP` at a place; null when there is none, or one that nobody means. */
function countedLength(bytes: Buffer, at: number): { start: number; length: number } | null {
  let length = 0;
  for (let index = at; index < bytes.length && index <= at + LENGTH_DIGITS_MAX; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === SPACE && index > at && length > 0 && length <= MESSAGE_BYTES_MAX) return { start: index + 1, length };
    if (byte < ZERO || byte > NINE || (index === at && byte === ZERO)) return null;
    length = length * 10 + byte - ZERO;
  }
  return null;
}

/**
 * A message as a record. A time that names no year or no zone, as in RFC 3164, is taken to be that of its arrival (`received`,
 * in microseconds). Null: it says nothing.
 */
export function syslogRecord(message: Buffer, received: number): ReceivedRecord | null {
  const text = message.toString('utf8').replace(/[\r\n\0]+$/, '');
  if (text === '') return null;
  return { text, hints: { time: received, severity: null, stream: null, place: {}, attributes: {} }, key: null };
}
