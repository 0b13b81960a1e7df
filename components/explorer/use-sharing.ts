'use client';

import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { send } from '@/components/forms';
import { isTooLong } from '@/components/links';
import { copyText } from '@/components/ui';
import { linkedAnswer } from '@/lib/interface';
import type { ExplorerValues } from './search-params';
import { type ShareChoices, sharedSearchOf } from './share-choices';

/** A link as it was made, and whether the browser let it be copied. */
export interface Shared {
  readonly address: string;
  readonly copied: boolean;
  /** The id of what is remembered; null: nothing could be. */
  readonly proof: string | null;
}

/** Makes a link, which remembers what it shows, and copies it. */
export function useSharing(values: ExplorerValues) {
  const path = usePathname();
  const [shared, setShared] = useState<Shared | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const share = async (choices: ShareChoices) => {
    setBusy(true);
    setError(null);
    try {
      const { absolute } = choices;
      const search = sharedSearchOf(values, choices);
      const link = await send(linkedAnswer, 'POST', '/api/links', { path, search, absolute });
      const place = choices.short ? link.url : fullAddress(link);
      const address = new URL(place, window.location.origin).href;
      setShared({ address, copied: await copyText(address), proof: link.proof });
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : String(fault));
    } finally {
      setBusy(false);
    }
  };
  const reset = () => {
    setShared(null);
    setError(null);
  };
  /** Whether the address of a choice would be too long to be sent whole. */
  const tooLong = (choices: ShareChoices) => isTooLong(path, `${sharedSearchOf(values, choices)}${PROOF_ROOM}`);
  return { shared, error, busy, share, reset, tooLong };
}

/** As long as what a proof adds to an address. */
const PROOF_ROOM = '&proof=00000000-0000-0000-0000-000000000000';

function fullAddress({ path, search, proof }: { path: string; search: string; proof: string | null }): string {
  const all = new URLSearchParams(search);
  if (proof !== null) all.set('proof', proof);
  return `${path}?${all}`;
}
