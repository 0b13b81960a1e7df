import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { SMALL_LETTERS } from './openings';
import type { ReadContext } from './read-context';
import { nameTellingWriter } from './telling-writer';

const NAME = 'pod-prefix';
const OPEN_BRACKET = 91;
const PREFIX_MAX = 400;

/** kubetail; the container stands there when the pod has several. */
const KUBETAIL = /^\[([a-z0-9.-]{1,253})(?: ([a-z0-9-]{1,63}))?\] ?/;
/** stern; with the namespace before the pod where several are followed. */
const STERN = /^([a-z][a-z0-9.-]{1,252}) ([a-z0-9-]{1,63})(?: |$)/;
const STERN_WIDE = /^([a-z0-9-]{1,63}) ([a-z][a-z0-9.-]{1,252}) ([a-z0-9-]{1,63})(?: |$)/;
/** stern tells when it begins and ends to follow a container. */
const FOLLOWED = /^[+-] (?:([a-z0-9-]{1,63}) )?([a-z0-9.-]{1,253}) › ([a-z0-9-]{1,63})$/;
/** The suffixes that controllers append have letters and digits only that spell no words (apimachinery, util/rand). */
const GENERATED = /-[bcdfghjklmnpqrstvwxz2456789]{6,10}-[bcdfghjklmnpqrstvwxz2456789]{5}$/;
const GENERATED_ONCE = /-[bcdfghjklmnpqrstvwxz2456789]{5}$/;

export const podPrefix: TextFormat = {
  name: NAME,
  title: 'stern, kubetail',
  about: 'Lines of several pods side by side, each with the names of its pod and container before it.',
  source: 'stern/stern, cmd (default template); johanhaleby/kubetail',
  type: null,
  envelope: true,
  interleaved: true,
  reads: 'text',
  opensWith: `[+-${SMALL_LETTERS}`,
  read,
  examples: [
    { text: '[cart-7d9f8c7b5d-x2x4z] ready', event: { pod: 'cart-7d9f8c7b5d-x2x4z' }, content: 'ready' },
    {
      text: 'cart-7d9f8c7b5d-x2x4z web level=info msg=ready',
      event: { pod: 'cart-7d9f8c7b5d-x2x4z', container: 'web' },
      content: 'level=info msg=ready',
    },
    {
      text: 'shop cart-0 web ready',
      before: ['+ shop cart-0 › web'],
      event: { namespace: 'shop', pod: 'cart-0', container: 'web' },
      content: 'ready',
    },
    { text: '+ cart-0 › web', event: { pod: 'cart-0', container: 'web', message: '+ cart-0 › web' } },
    { text: 'shop cart-0 web ready', event: null },
    { text: '[cart-0] ready', event: null },
    { text: 'the well-known cart is ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const head = text.slice(0, PREFIX_MAX);
  if (text.charCodeAt(0) === OPEN_BRACKET) return readBracketed(text, head, event);
  if (head.startsWith('+ ') || head.startsWith('- ')) return readFollowed(text, head, event, context);
  const first = text.charCodeAt(0);
  if (!(first >= 97 && first <= 122)) return NOT_MINE;
  const stern = STERN.exec(head);
  if (stern !== null && isPod(stern[1] ?? '', stern[2] ?? '', context)) {
    return fill(text, stern[0].length, event, undefined, stern[1], stern[2]);
  }
  const wide = stern === null ? null : STERN_WIDE.exec(head);
  if (wide === null || !isPod(wide[2] ?? '', wide[3] ?? '', context)) return NOT_MINE;
  return fill(text, wide[0].length, event, wide[1], wide[2], wide[3]);
}

function readBracketed(text: string, head: string, event: LogEvent): Reading {
  const kubetail = KUBETAIL.exec(head);
  if (kubetail === null || !GENERATED.test(kubetail[1] ?? '')) return NOT_MINE;
  return fill(text, kubetail[0].length, event, undefined, kubetail[1], kubetail[2]);
}

function readFollowed(text: string, head: string, event: LogEvent, context: ReadContext): Reading {
  const followed = text.length < PREFIX_MAX ? FOLLOWED.exec(head) : null;
  if (followed === null) return NOT_MINE;
  remember(followed[2] ?? '', context);
  fill(text, text.length, event, followed[1], followed[2], followed[3]);
  event.severity = 'info';
  event.message = text;
  return READ;
}

function isPod(pod: string, container: string, context: ReadContext): boolean {
  if (context.headers.get(NAME)?.includes(pod) === true || GENERATED.test(pod)) return true;
  return GENERATED_ONCE.test(pod) && pod.startsWith(`${container}-`);
}

function remember(pod: string, context: ReadContext): void {
  const pods = context.headers.get(NAME) ?? [];
  if (pods.length < 256 && !pods.includes(pod)) context.headers.set(NAME, [...pods, pod]);
}

function fill(
  text: string,
  end: number,
  event: LogEvent,
  namespace?: string,
  pod?: string,
  container?: string,
): string {
  event.namespace ??= namespace ?? null;
  event.pod ??= pod ?? null;
  event.container ??= container ?? null;
  nameTellingWriter(event);
  return text.slice(end);
}
