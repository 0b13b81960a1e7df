'use client';

import { useId, useState } from 'react';
import { CopyButton, classNames, TextInput } from '@/components/ui';
import { type Setup, SHIPPERS, type StreamAddress } from '@/lib/shippers';

interface ShipperSetupProps {
  /** The secret to put in place; null when it is not at hand or none is needed. */
  token: string | null;
  /** As this browser reaches Trackway. */
  origin: string;
}

/** What to paste into the program that sends, with address and token in place. */
export function ShipperSetup({ token, origin }: ShipperSetupProps) {
  const field = useId();
  const [name, setName] = useState(SHIPPERS[0]?.name);
  const [reached, setReached] = useState(origin);
  const shipper = SHIPPERS.find((each) => each.name === name);
  const address: StreamAddress = { origin: isOrigin(reached) ? reached.replace(/\/+$/, '') : origin, token };
  return (
    <section aria-label="Set up the sender" className="grid gap-3">
      <div className="grid max-w-[420px] gap-1">
        <label htmlFor={field} className="text-xs text-dim">
          Trackway’s address, as the sender reaches it
        </label>
        <TextInput
          id={field}
          value={reached}
          aria-invalid={!isOrigin(reached)}
          onChange={(event) => setReached(event.currentTarget.value.trim())}
          className="font-mono text-xs"
        />
      </div>
      {isLoopback(address.origin) ? (
        <p className="text-xs text-faint">
          Only programs on this machine reach this address. Start Trackway with HOST set for others; it asks for
          accounts then.
        </p>
      ) : null}
      <div role="tablist" aria-label="Senders" className="flex flex-wrap gap-1.5">
        {SHIPPERS.map((each) => (
          <button
            key={each.name}
            type="button"
            role="tab"
            aria-selected={each.name === name}
            onClick={() => setName(each.name)}
            className={classNames(
              'h-7 rounded-md border px-2.5 text-xs',
              each.name === name ? 'border-accent bg-accent-soft text-text' : 'border-line text-dim hover:bg-hover',
            )}
          >
            {each.title}
          </button>
        ))}
      </div>
      {shipper === undefined ? null : (
        <div role="tabpanel" aria-label={shipper.title} className="grid gap-3">
          <p className="text-dim">
            {shipper.about}{' '}
            <a href={shipper.source} rel="noreferrer" target="_blank" className="underline hover:text-text">
              Its options
            </a>
          </p>
          {shipper.setups(address).map((setup) => (
            <SetupText key={setup.place} setup={setup} />
          ))}
        </div>
      )}
    </section>
  );
}

function SetupText({ setup }: { setup: Setup }) {
  return (
    <figure className="overflow-hidden rounded-lg border border-line bg-bg">
      <figcaption className="flex h-9 items-center justify-between border-b border-line pr-1 pl-3 text-xs text-faint">
        {setup.place}
        <CopyButton label="Copy" text={() => setup.text} />
      </figcaption>
      <pre className="overflow-x-auto px-3 py-2.5 font-mono text-xs leading-[18px]">{setup.text}</pre>
    </figure>
  );
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
