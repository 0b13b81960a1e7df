'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { type FormEvent, useId } from 'react';
import { visibleLine } from '@/components/text';
import { Button, TextInput } from '@/components/ui';
import { FirstEvent } from './first-event';
import { type MadeStream, makeStream } from './make-stream';
import { ShipperSetup } from './shipper-setup';
import { streamsQuery } from './streams-query';

/** `/sources/add-stream`: a name, what to paste, and the first event. */
export function AddStream() {
  const making = useMutation({ mutationFn: makeStream });
  return (
    <div className="mx-auto grid max-w-[880px] gap-5 px-4 pt-4 pb-10">
      <header>
        <p className="text-xs text-faint">
          <Link href="/sources" className="hover:text-text hover:underline">
            Sources
          </Link>
        </p>
        <h1 className="text-lg font-semibold">
          {making.data === undefined ? 'Add a stream' : visibleLine(making.data.stream.name)}
        </h1>
        <p className="text-dim">Programs push to a stream what they read, and it can be seen while it happens.</p>
      </header>
      {making.data === undefined ? (
        <NameForm error={making.error?.message ?? null} busy={making.isPending} onName={making.mutate} />
      ) : (
        <Made made={making.data} />
      )}
    </div>
  );
}

function NameForm(props: { error: string | null; busy: boolean; onName: (name: string) => void }) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    if (typeof name === 'string' && name.trim() !== '') props.onName(name.trim());
  };
  return (
    <form onSubmit={submit} aria-label="Add a stream" className="grid max-w-[420px] gap-2">
      <label htmlFor={id} className="text-xs text-dim">
        Name: a cluster, or what sends
      </label>
      <div className="flex gap-2">
        <TextInput id={id} name="name" maxLength={100} required placeholder="production" />
        <Button type="submit" look="primary" disabled={props.busy} className="h-8">
          Add
        </Button>
      </div>
      {props.error === null ? null : (
        <p role="alert" className="text-error">
          {props.error}
        </p>
      )}
    </form>
  );
}

function Made({ made }: { made: MadeStream }) {
  const streams = useQuery(streamsQuery);
  const stream = streams.data?.streams.find(({ id }) => id === made.stream.id);
  return (
    <>
      <FirstEvent id={made.stream.id} events={stream?.events ?? 0} />
      <p className="text-xs text-dim">
        The token is in the texts below. It is shown this once; keep them, or make another one later.
      </p>
      <ShipperSetup token={made.token} origin={window.location.origin} />
    </>
  );
}
