import { formatDuration, visibleLine } from '@/components/text';
import { ProgressBar } from '@/components/upload';
import type { SourceSummary } from '@/lib/interface';

const WORDS: Readonly<Record<SourceSummary['state'], string>> = {
  receiving: 'Receiving',
  reading: 'Reading',
  ready: 'Ready',
  failed: 'Failed',
};

/** A source's state in a table's cell: a word, and how far it is while something goes on. */
export function SourceState({ source }: { source: SourceSummary }) {
  const word = WORDS[source.state];
  if (source.state === 'failed') {
    return (
      <span className="text-error" title={source.error}>
        {word}
      </span>
    );
  }
  if (source.state === 'ready') {
    return (
      <span className="block truncate text-dim" title={source.note ?? undefined}>
        {source.events === 0 && source.note !== null ? visibleLine(source.note) : word}
      </span>
    );
  }
  const left =
    source.secondsLeft === null || source.progress === 1 ? '' : ` · ${formatDuration(Math.max(1, source.secondsLeft))}`;
  return (
    <span className="grid gap-1" title={left === '' ? word : `${word}${left} left`}>
      <span className="truncate text-xs">
        {word} {source.progress < 1 ? `${Math.floor(source.progress * 100)} %` : ''}
        <span className="text-faint">{left}</span>
      </span>
      <ProgressBar label={`${word} ${source.name}`} share={source.progress < 1 ? source.progress : null} tone="plain" />
    </span>
  );
}
