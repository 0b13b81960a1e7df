'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useMay } from '@/components/access';
import { Button } from '@/components/ui';
import { FirstEvent } from './first-event';
import { makeIngestToken } from './make-stream';
import { ShipperSetup } from './shipper-setup';
import { streamState } from './stream-state';
import { rateText, StreamStateWords, unparsedText } from './stream-words';
import { streamsQuery } from './streams-query';
import { useNow } from './use-now';

/** On the page of a source that is a stream: how it is now, and how its senders are set up. */
export function StreamSection({ id }: { id: string }) {
  const streams = useQuery(streamsQuery);
  const now = useNow();
  const mayAdd = useMay('administer');
  const making = useMutation({ mutationFn: makeIngestToken });
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
      {mayAdd ? (
        <details open={waiting}>
          <summary className="cursor-pointer text-dim hover:text-text">Set up a sender</summary>
          <div className="grid gap-3 pt-3">
            <div className="flex items-center gap-3">
              <Button size="small" disabled={making.isPending} onClick={() => making.mutate(stream)}>
                Make a token
              </Button>
              <span className="text-xs text-dim">
                {making.isError
                  ? making.error.message
                  : making.data === undefined
                    ? 'Tokens are kept as hashes; one that was lost is replaced by a new one.'
                    : 'It is in the texts below, this once.'}
              </span>
            </div>
            <ShipperSetup token={making.data ?? null} origin={window.location.origin} />
          </div>
        </details>
      ) : null}
    </section>
  );
}
