'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/components/access';
import { StreamTokens } from '@/components/tokens';
import { Button } from '@/components/ui';
import type { StreamAnswer } from '@/lib/interface';
import { ShipperSetup } from './shipper-setup';
import { streamsQuery } from './streams-query';

/** On the page of a source that is a stream, for administrators: who may push to it, and how a sender is set up. */
export function StreamSenders({ id }: { id: string }) {
  const streams = useQuery(streamsQuery);
  const mayAdd = useMay('administer');
  const stream = streams.data?.streams.find((each) => each.id === id);
  return stream === undefined || !mayAdd ? null : <Senders stream={stream} />;
}

function Senders({ stream }: { stream: StreamAnswer }) {
  // Of a stream that nothing was sent to yet, this is what its page is for.
  const [open, setOpen] = useState(stream.seenAt === null);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <section aria-label="Senders" className="grid gap-3 rounded-lg border border-line bg-panel px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-[200px] flex-1 text-dim">Senders push with a token of this stream.</p>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide tokens and set-up' : 'Tokens and set-up…'}
        </Button>
      </div>
      {open ? (
        <>
          <StreamTokens stream={stream} onMade={setSecret} />
          <h3 className="border-t border-line pt-3 font-semibold">Set up a sender</h3>
          <ShipperSetup token={secret} origin={window.location.origin} />
        </>
      ) : null}
    </section>
  );
}
