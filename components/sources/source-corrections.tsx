'use client';

import { useMay } from '@/components/access';
import { formatCounted } from '@/components/text';
import { Button } from '@/components/ui';
import { isBusy } from '@/components/upload';
import type { FilesTotal, SourceSummary } from '@/lib/interface';
import { Corrections } from './corrections';
import { useCorrection } from './use-correction';

const NONE = { guessed: 0, corrected: 0, pending: 0 };

interface SourceCorrectionsProps {
  source: SourceSummary;
  /** What its files add up to; undefined until it is known. */
  total: FilesTotal | undefined;
}

/** What was detected for all files of an upload, and a person's word on it. */
export function SourceCorrections({ source, total }: SourceCorrectionsProps) {
  const again = useCorrection(source.id);
  const mayCorrect = useMay('administer');
  const { guessed, corrected: own, pending } = total ?? NONE;
  return (
    <section aria-label="Corrections" className="grid gap-1.5 rounded-lg border border-line bg-panel px-4 py-2.5">
      <Corrections sourceId={source.id} path={null} said={source.corrections}>
        {guessed > 0
          ? `${formatCounted(guessed, 'file')} ${guessed === 1 ? 'does' : 'do'} not name the year or the time zone; it was inferred. Correct it if you know better.`
          : 'Formats, types and times are as detected. Correct them if you know better.'}
      </Corrections>
      {own === 0 ? null : (
        <p className="text-xs text-dim">
          {formatCounted(own, 'file')} {own === 1 ? 'has' : 'have'} corrections of {own === 1 ? 'its' : 'their'} own,
          marked in the list.
        </p>
      )}
      {pending === 0 ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <p role="status" className="flex-1 text-xs text-warn">
            {formatCounted(pending, 'file')} {pending === 1 ? 'does' : 'do'} not show the corrections yet
            {isBusy(source) ? ': still to be read again.' : '.'}
          </p>
          {isBusy(source) || !mayCorrect ? null : (
            <Button size="small" disabled={again.isPending} onClick={() => again.mutate({})}>
              Read again
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
