'use client';

import { useQuery } from '@tanstack/react-query';
import { FirstEvent } from './first-event';
import { streamState } from './stream-state';
import { rateText, StreamStateWords, unparsedText } from './stream-words';
import { streamsQuery } from './streams-query';
import { useNow } from './use-now';

/** On the page of a source that is a stream: how it is now. */
export function StreamSection({ id }: { id: string }) {
  const streams = useQuery(streamsQuery);
  const now = useNow();
  const stream = streams.data?.streams.find((each) => each.id === id);
  if (stream === undefined) return null;
  const waiting = streamState(stream, now) === 'waiting';
  return (
    <section aria-label="Stream" className="grid gap-3">
      <dl className="flex flex-wrap items-start gap-x-8 gap-y-2">
        <div>
          <dt className="text-2xs text-faint">Now</dt>
          <dd className="font-medium">
            <StreamStateWords stream={stream} now={now} />
          </dd>
        </div>
        <div>
          <dt className="text-2xs text-faint">Rate, last minute</dt>
          <dd className="font-medium">{rateText(stream)}</dd>
        </div>
        <div>
          <dt className="text-2xs text-faint">Unparsed lately</dt>
          <dd className="font-medium">{unparsedText(stream)}</dd>
        </div>
      </dl>
      {waiting ? <FirstEvent id={stream.id} events={stream.events} /> : null}
    </section>
  );
}
