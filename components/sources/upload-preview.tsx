'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { fetchAnswer } from '@/components/interface';
import { formatCounted, visibleLine } from '@/components/text';
import { fullTime, useZone } from '@/components/time';
import { type PreviewAnswer, previewAnswer, type SourceSummary } from '@/lib/interface';

/** What is read sooner than this needs no preview. */
const PATIENCE_MS = 1200;

/** The first records of an upload while it waits or is being read, so that a wrong one can be stopped or corrected early. */
export function UploadPreview({ source }: { source: SourceSummary }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const { data } = useQuery({
    queryKey: ['preview', source.id, source.corrections],
    queryFn: ({ signal }) =>
      fetchAnswer(previewAnswer, `/api/sources/${encodeURIComponent(source.id)}/preview`, {}, { signal }),
    enabled: late,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: (before) => before,
  });
  // Refused when files are only read again, or the upload was read meanwhile: then there is nothing to preview.
  if (data === undefined) return null;
  return (
    <section aria-label="Preview" className="min-h-[160px] overflow-y-auto rounded-lg border border-line bg-panel">
      <header className="sticky top-0 z-10 flex flex-wrap items-baseline gap-x-3 border-b border-line bg-panel px-4 py-2">
        <h2 className="font-semibold">First records, as they will be read</h2>
        <p className="text-xs text-dim">
          If this is not what you meant to add, stop reading; if times or formats are wrong, correct them now.
        </p>
      </header>
      {data.problem === null ? null : (
        <p role="alert" className="px-4 py-2 text-error">
          {visibleLine(data.problem)}
        </p>
      )}
      {data.files.map((file, index) => (
        <PreviewFile key={file.path} file={file} open={index === 0} />
      ))}
      {data.complete || data.files.length === 0 ? null : (
        <p className="px-4 py-2 text-xs text-faint">
          The first {formatCounted(data.files.length, 'file')}; there may be more.
        </p>
      )}
    </section>
  );
}

function PreviewFile({ file, open }: { file: PreviewAnswer['files'][number]; open: boolean }) {
  const told = [file.format, file.type, file.note === null ? null : visibleLine(file.note)].filter(Boolean).join(' · ');
  return (
    <details open={open} className="group border-b border-line/60 last:border-b-0">
      <summary className="flex cursor-pointer items-center gap-2 px-3 py-1.5 hover:bg-hover">
        <ChevronRight size={14} className="shrink-0 text-faint transition-transform group-open:rotate-90" aria-hidden />
        <span className="min-w-0 truncate font-mono text-xs" title={visibleLine(file.path)}>
          {visibleLine(file.path)}
        </span>
        <span className="shrink-0 text-xs text-dim">{told}</span>
      </summary>
      {file.events.length === 0 ? null : <PreviewTable file={file} />}
    </details>
  );
}

function PreviewTable({ file }: { file: PreviewAnswer['files'][number] }) {
  const [zone] = useZone();
  return (
    <table className="mb-2 w-full table-fixed border-collapse text-xs">
      <caption className="sr-only">First records of {visibleLine(file.path)}</caption>
      <colgroup>
        <col className="w-[290px]" />
        <col className="w-[96px]" />
        <col className="w-[72px]" />
        <col />
      </colgroup>
      <thead className="text-left text-2xs text-faint">
        <tr>
          <th className="pb-0.5 pl-8 font-normal">Time</th>
          <th className="pb-0.5 font-normal">Type</th>
          <th className="pb-0.5 font-normal">Severity</th>
          <th className="pb-0.5 font-normal">Message</th>
        </tr>
      </thead>
      <tbody>
        {file.events.map((event, index) => (
          // Records of a preview never change their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other identity
          <tr key={index} className="border-t border-line/40">
            <td className="truncate py-0.5 pr-3 pl-8 font-mono text-dim">
              {event.time === null ? 'no time' : fullTime(event.time, zone)}
              {event.timeGuess.length === 0 ? null : (
                <span className="text-warn" title={`Inferred: ${event.timeGuess.join(', ')}`}>
                  {' '}
                  ?
                </span>
              )}
            </td>
            <td className="truncate py-0.5 pr-3 text-dim">{event.type}</td>
            <td className="truncate py-0.5 pr-3 text-dim">{event.severity ?? '–'}</td>
            <td className="truncate py-0.5 pr-4 font-mono" title={fieldsText(event.fields)}>
              {visibleLine(event.message)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** All that was found in a record, a line each. */
function fieldsText(fields: PreviewAnswer['files'][number]['events'][number]['fields']): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${visibleLine(String(value))}`)
    .join('\n');
}
