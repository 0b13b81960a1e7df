'use client';

import Link from 'next/link';
import { formatBytes, visibleLine, visibleText } from '@/components/text';
import { CopyButton } from '@/components/ui';
import type { OneEventAnswer } from '@/lib/interface';

/** The bytes as they came, the formats that read them, and the place in the file. */
export function EventOriginal({ event }: { event: OneEventAnswer }) {
  const { id, path, line, lines } = event.source;
  const place = lines > 1 ? `${line}–${line + lines - 1}` : String(line);
  const address = `/sources/${encodeURIComponent(id)}?path=${encodeURIComponent(path)}`;
  return (
    <div className="px-4 py-3">
      <div className="mb-2 flex items-center gap-2">
        <p className="min-w-0 flex-1 text-xs text-dim">
          {formatBytes(event.rawBytes)}
          {event.layers.length === 0 ? null : ` · ${event.layers.join(' › ')}`}
        </p>
        <CopyButton label="Copy" text={() => event.raw} />
      </div>
      {event.unparsed === null ? null : (
        <p className="mb-2 rounded-md bg-warn-soft px-2 py-1 text-xs text-warn">No format read it: {event.unparsed}</p>
      )}
      <pre className="rounded-lg border bg-bg px-3 py-2 font-mono text-xs leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
        {visibleText(event.raw)}
      </pre>
      {event.rawTruncated ? (
        <p className="mt-1 text-2xs text-faint">Only the first part of a very long record is shown.</p>
      ) : null}
      <p className="mt-3 text-2xs text-faint">From</p>
      <Link
        href={address}
        className="font-mono text-xs [overflow-wrap:anywhere] text-dim hover:text-accent hover:underline"
      >
        {visibleLine(path)}:{place}
      </Link>
    </div>
  );
}
