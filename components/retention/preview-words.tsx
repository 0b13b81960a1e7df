import { formatBytes, formatCounted, visibleLine } from '@/components/text';
import type { RetentionPreview } from '@/lib/interface';

/** Sources that are named; the others are counted. */
const NAMED_MAX = 3;

interface PreviewWordsProps {
  /** Undefined while it is not known yet. */
  preview: RetentionPreview | undefined;
  error: Error | null;
}

/** What a rule would delete now, in a line that is always there. */
export function PreviewWords({ preview, error }: PreviewWordsProps) {
  if (error !== null) return <p className="text-error">What would go is not known: {error.message}</p>;
  if (preview === undefined) return <p className="text-faint">Counting what would go …</p>;
  if (preview.events === 0) return <p className="text-dim">Nothing would go now.</p>;
  const named = preview.sources.slice(0, NAMED_MAX);
  const others = preview.sources.length - named.length;
  return (
    <p className="text-warn [overflow-wrap:anywhere]">
      Would delete {formatCounted(preview.events, 'event')} ({formatBytes(preview.bytes)} of text) of{' '}
      {formatCounted(preview.sources.length, 'source')} now:{' '}
      {named.map(({ name, events }) => `${visibleLine(name)} (${formatCounted(events, 'event')})`).join(', ')}
      {others === 0 ? '.' : ` and ${formatCounted(others, 'other')}.`}
    </p>
  );
}
