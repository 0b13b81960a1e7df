import { classNames } from '@/components/ui';
import { CONFIDENCES, type Confidence } from '@/lib/interface';
import { CONFIDENCE_WORDS } from './level-labels';

/** How sure a detector is that it is not chance: bars and a word. */
export function ConfidenceMark({ confidence }: { confidence: Confidence }) {
  const reached = CONFIDENCES.indexOf(confidence);
  return (
    <span
      className="inline-flex items-center gap-1.5 whitespace-nowrap"
      title={`Confidence that it is not chance: ${confidence}`}
    >
      <span aria-hidden className="flex h-2.5 w-3 items-end justify-between">
        {CONFIDENCES.map((each, place) => (
          <span
            key={each}
            className={classNames('w-[3px] rounded-xs', place <= reached ? 'bg-dim' : 'bg-line-strong')}
            style={{ height: `${4 + place * 3}px` }}
          />
        ))}
      </span>
      {CONFIDENCE_WORDS[confidence]}
    </span>
  );
}
