'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { visibleLine } from '@/components/text';
import { clockTime, type Zone } from '@/components/time';
import { Button, classNames } from '@/components/ui';
import type { EventAnswer } from '@/lib/interface';
import { useEventContext } from './explorer-queries';

interface EventContextProps {
  id: string;
  zone: Zone;
  onOpen: (id: string) => void;
}

const START = 10;
const STEP = 40;
const MOST = 500;
const TEXT_MAX = 2000;

/** What stands before and after the event in its own file, whatever the query says. */
export function EventContext({ id, zone, onOpen }: EventContextProps) {
  const [before, setBefore] = useState(START);
  const [after, setAfter] = useState(START);
  const answer = useEventContext(id, before, after);
  const own = useRef<HTMLButtonElement>(null);
  const shown = answer.data?.event.id;

  useLayoutEffect(() => {
    if (shown !== undefined) own.current?.scrollIntoView({ block: 'center' });
  }, [shown]);

  if (answer.isError) return <p className="p-4 text-error">{answer.error.message}</p>;
  if (answer.data === undefined) return <p className="p-4 text-faint">Reading …</p>;
  const { event } = answer.data;
  return (
    <div className="py-2">
      <p className="truncate px-4 pb-2 text-2xs text-faint" title={event.source.path}>
        Neighbours in {visibleLine(event.source.path)}, in the order of the file
      </p>
      <More
        label="earlier"
        whole={answer.data.before.length < before}
        end="The file begins here"
        onMore={() => setBefore(Math.min(MOST, before + STEP))}
      />
      <ol className="font-mono text-xs">
        {answer.data.before.map((each) => (
          <Neighbour key={each.id} event={each} zone={zone} onOpen={onOpen} />
        ))}
        <Neighbour ref={own} event={event} zone={zone} own />
        {answer.data.after.map((each) => (
          <Neighbour key={each.id} event={each} zone={zone} onOpen={onOpen} />
        ))}
      </ol>
      <More
        label="later"
        whole={answer.data.after.length < after}
        end="The file ends here"
        onMore={() => setAfter(Math.min(MOST, after + STEP))}
      />
    </div>
  );
}

interface NeighbourProps {
  event: EventAnswer;
  zone: Zone;
  own?: boolean;
  ref?: React.Ref<HTMLButtonElement>;
  onOpen?: (id: string) => void;
}

function Neighbour({ event, zone, own = false, ref, onOpen }: NeighbourProps) {
  return (
    <li>
      <button
        ref={ref}
        type="button"
        aria-current={own ? 'true' : undefined}
        onClick={() => onOpen?.(event.id)}
        className={classNames(
          'grid w-full grid-cols-[86px_minmax(0,1fr)] gap-2 border-l-2 border-transparent px-4 py-0.5 text-left text-dim hover:bg-raise',
          own && 'border-accent bg-accent-soft text-text hover:bg-accent-soft',
        )}
      >
        <span className="text-faint">{event.time === null ? '–' : clockTime(event.time, zone)}</span>
        <span className="line-clamp-3 [overflow-wrap:anywhere]">{visibleLine(event.message.slice(0, TEXT_MAX))}</span>
      </button>
    </li>
  );
}

function More({ label, whole, end, onMore }: { label: string; whole: boolean; end: string; onMore: () => void }) {
  return (
    <div className="flex h-9 items-center px-4">
      {whole ? (
        <span className="text-2xs text-faint">{end}</span>
      ) : (
        <Button size="small" look="ghost" className="-ml-2" onClick={onMore}>
          {STEP} {label}
        </Button>
      )}
    </div>
  );
}
