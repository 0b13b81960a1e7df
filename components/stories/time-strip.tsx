import { spanLength } from '@/components/time';

interface TimeStripProps {
  /** Milliseconds since 1970: what all data spans. */
  span: { readonly from: number; readonly to: number } | null;
  from: string;
  to: string;
}

/** The narrowest that can still be seen, of a hundred. */
const WIDTH_MIN = 1.5;

/** Where in all the data something lies. */
export function TimeStrip({ span, from, to }: TimeStripProps) {
  if (span === null || span.to <= span.from) return null;
  const share = (time: number) => Math.max(0, Math.min(100, ((time - span.from) / (span.to - span.from)) * 100));
  const [start, end] = [share(Date.parse(from)), share(Date.parse(to))];
  const width = Math.max(WIDTH_MIN, end - start);
  return (
    <div
      className="relative h-1.5 w-full rounded-full bg-raise"
      title={`Within the ${spanLength(span.to - span.from)} of all data`}
      aria-hidden
    >
      <div
        className="absolute inset-y-0 rounded-full bg-accent"
        style={{ left: `${Math.min(start, 100 - width)}%`, width: `${width}%` }}
      />
    </div>
  );
}
