import { type AnswerParameters, addressOf } from '@/components/interface';
import { type EventAnswer, TAIL_NOTES, tailEvent, tailGap, tailMany } from '@/lib/interface';

/** What a connection reports. */
export interface TailListener {
  /** Events in the order in which they arrived. */
  readonly onEvents: (events: readonly EventAnswer[]) => void;
  /** The page behind the tail is out of date: much arrived at once, or it is not known what did. */
  readonly onOutdated: (message: string) => void;
  readonly onState: (state: 'live' | 'lost') => void;
}

/** Arrivals are handed over together this often: a person sees no difference, the browser does. */
const HAND_OVER_MS = 120;
const AGAIN_MS = 2000;

/**
 * Follows `/api/tail` until the function that it answers is called. The browser connects again by itself and says where it
 * was; when it gives up, because somebody in between answered with an error, this begins again at the last event.
 */
export function followTail(parameters: AnswerParameters, listener: TailListener): () => void {
  let waiting: EventAnswer[] = [];
  let last = '';
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const handOver = setInterval(() => {
    if (waiting.length === 0) return;
    const events = waiting;
    waiting = [];
    listener.onEvents(events);
  }, HAND_OVER_MS);

  const connect = () => {
    const stream = new EventSource(addressOf('/api/tail', { ...parameters, after: last }));
    source = stream;
    stream.addEventListener('open', () => listener.onState('live'));
    stream.addEventListener('message', ({ data, lastEventId }: MessageEvent<string>) => {
      last = lastEventId;
      const event = tailEvent.safeParse(JSON.parse(data));
      if (event.success) waiting.push(event.data);
      else listener.onOutdated('An event arrived in an unexpected shape. Reload the page.');
    });
    stream.addEventListener(TAIL_NOTES.many, ({ data, lastEventId }: MessageEvent<string>) => {
      last = lastEventId;
      const many = tailMany.safeParse(JSON.parse(data));
      if (many.success) listener.onOutdated(`${many.data.events.toLocaleString('en')} events were loaded at once`);
    });
    stream.addEventListener(TAIL_NOTES.gap, ({ data, lastEventId }: MessageEvent<string>) => {
      last = lastEventId;
      const gap = tailGap.safeParse(JSON.parse(data));
      if (gap.success) listener.onOutdated(gap.data.message);
    });
    stream.addEventListener('error', () => {
      listener.onState('lost');
      if (stream.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS);
    });
  };
  connect();
  return () => {
    clearInterval(handOver);
    clearTimeout(again);
    source?.close();
  };
}
