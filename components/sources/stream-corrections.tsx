import type { SourceSummary } from '@/lib/interface';
import { Corrections } from './corrections';

/** A person's word on a stream, which holds for what comes. */
export function StreamCorrections({ source: { id, corrections } }: { source: SourceSummary }) {
  const isCorrected = Object.values(corrections).some((value) => value !== null);
  return (
    <section aria-label="Corrections" className="grid gap-1.5 rounded-lg border border-line bg-panel px-4 py-2.5">
      <Corrections sourceId={id} path={null} said={corrections} stream>
        Formats, types and times are as detected. Correct them for what comes from now on if you know better.
      </Corrections>
      {isCorrected ? (
        <p className="text-xs text-dim">
          They hold for what arrived since. Earlier events stay as they are: they were made with what their sender told
          beside their text.
        </p>
      ) : null}
    </section>
  );
}
