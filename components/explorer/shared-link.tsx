'use client';

import { formatCounted } from '@/components/text';
import { TextInput } from '@/components/ui';
import { useProof } from './link-queries';
import type { Shared } from './use-sharing';

/** A link that was made, and how many events it remembers. */
export function SharedLink({ shared: { address, copied, proof } }: { shared: Shared }) {
  const { data } = useProof(proof);
  return (
    <div role="status" className="grid gap-2">
      <TextInput
        readOnly
        aria-label="The link"
        value={address}
        onFocus={(event) => event.target.select()}
        className="font-mono text-xs"
      />
      <p className="text-dim">
        {copied ? 'Copied. ' : 'The browser does not let it be copied: select it and copy it. '}
        {proof === null ? (
          'What it finds is not remembered: the query has no answer, or none in time.'
        ) : data === undefined ? (
          'Counting what it remembers …'
        ) : (
          <>
            It remembers <span className="font-semibold text-text">{formatCounted(data.count, 'event')}</span> · exact
          </>
        )}
      </p>
    </div>
  );
}
