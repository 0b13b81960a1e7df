'use client';

import { ChevronRight, X } from 'lucide-react';
import Link from 'next/link';
import { useId, useState } from 'react';
import { TYPE_LABELS, viewLink } from '@/components/explorer';
import { visibleLine, visibleText } from '@/components/text';
import { fullTime, minuteTime } from '@/components/time';
import { CopyButton, classNames, IconButton } from '@/components/ui';
import type { EvidenceCopy, Pin } from '@/lib/interface';
import { useEditStep, useOpenHunt } from './notebook-context';
import { WritingArea } from './writing-area';

interface PinnedEventProps {
  step: string;
  pin: Pin;
  /** Null until the server has made one. */
  copy: EvidenceCopy | null;
  /** The copy came with a file: its event is not known here. */
  imported: boolean;
  /** The sources that are there; null while that is not known. */
  there: ReadonlySet<string> | null;
}

const REASON_MAX = 4000;
const MESSAGE_MAX = 600;

/** A pinned event: what it says, why it is here, and where it came from. */
export function PinnedEvent({ step, pin, copy, imported, there }: PinnedEventProps) {
  const { zone, writable } = useOpenHunt();
  const editStep = useEditStep(step, 'evidence');
  const [open, setOpen] = useState(false);
  const original = useId();
  if (copy === null) return <li className="px-4 py-2.5 text-faint">The copy of this event is being made …</li>;
  const { label, color } = TYPE_LABELS[copy.type];
  return (
    <li className="grid gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-dim">
        <span className="font-mono text-text">{copy.time === null ? 'no time' : fullTime(copy.time, zone)}</span>
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2 rounded-xs" style={{ background: color }} />
          {label}
        </span>
        <span className="min-w-0 flex-1 truncate text-faint">
          pinned by {visibleLine(pin.by)}, {minuteTime(pin.at, zone)}
        </span>
        <Whereabouts pin={pin} copy={copy} imported={imported} there={there} />
        {writable ? (
          <IconButton
            label="Unpin"
            size="small"
            onClick={() =>
              editStep((old) => ({ ...old, pins: old.pins.filter(({ event }) => event !== pin.event) }), '')
            }
          >
            <X size={14} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      {writable ? (
        <WritingArea
          aria-label="Why it is pinned"
          value={pin.reason}
          rows={1}
          maxLength={REASON_MAX}
          placeholder="Why is this evidence?"
          className="-ml-2 px-2 py-0.5 font-medium placeholder:font-normal"
          onText={(reason) =>
            editStep(
              (old) => ({
                ...old,
                pins: old.pins.map((each) => (each.event === pin.event ? { ...each, reason } : each)),
              }),
              `reason ${pin.event}`,
            )
          }
        />
      ) : pin.reason === '' ? null : (
        <p className="font-medium [overflow-wrap:anywhere]">{visibleText(pin.reason)}</p>
      )}
      <p className="line-clamp-3 font-mono text-xs [overflow-wrap:anywhere]">
        {visibleLine(copy.message.slice(0, MESSAGE_MAX)) || '(empty)'}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-faint">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={original}
          onClick={() => setOpen(!open)}
          className="-ml-1 inline-flex items-center gap-0.5 rounded pr-1 text-dim hover:text-text"
        >
          <ChevronRight size={13} aria-hidden className={classNames('transition-transform', open && 'rotate-90')} />
          Original
        </button>
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {visibleLine(copy.source.name)} · {visibleLine(copy.source.file)}:{copy.source.line}
        </span>
      </div>
      {open ? <Original id={original} copy={copy} /> : null}
    </li>
  );
}

function Whereabouts({ pin, copy, imported, there }: Omit<PinnedEventProps, 'step' | 'copy'> & { copy: EvidenceCopy }) {
  if (imported) return <span className="text-warn">the copy came with a file</span>;
  if (there !== null && !there.has(copy.source.id)) {
    return <span className="text-warn">the source was deleted; this is the copy</span>;
  }
  const selection = { types: [copy.type], q: '', from: null, to: null, source: copy.source.id };
  return (
    <Link
      href={viewLink({ selection, chart: null, columns: null }, { event: pin.event })}
      className="shrink-0 text-accent hover:underline"
    >
      open in explorer
    </Link>
  );
}

function Original({ id, copy }: { id: string; copy: EvidenceCopy }) {
  return (
    <div id={id} className="grid gap-1.5">
      <pre className="max-h-80 overflow-auto rounded-lg border bg-bg px-3 py-2 font-mono text-xs leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
        {visibleText(copy.original)}
      </pre>
      {copy.cut ? (
        <p className="text-2xs text-faint">Only the first 64 KiB of a very long record were copied.</p>
      ) : null}
      <Hash name="sha256 of the original text" value={copy.originalSha256} />
      <Hash name="sha256 of its file" value={copy.fileSha256} />
    </div>
  );
}

function Hash({ name, value }: { name: string; value: string | null }) {
  return (
    <p className="flex items-center gap-2 text-2xs text-faint">
      <span className="w-[160px] shrink-0">{name}</span>
      <code className="min-w-0 flex-1 truncate font-mono text-dim" title={value ?? undefined}>
        {value ?? 'not known yet: the file is still being read, or a stream has no end'}
      </code>
      {value === null ? null : <CopyButton label="Copy" text={() => value} />}
    </p>
  );
}
