'use client';

import { GripVertical, type LucideIcon, Trash2 } from 'lucide-react';
import type { PointerEvent, ReactNode } from 'react';
import { IconButton } from '@/components/ui';
import { useOpenHunt } from './notebook-context';

interface StepFrameProps {
  kind: string;
  Icon: LucideIcon;
  /** Where it stands, from 1. */
  place: number;
  /** The title, or what stands in its place. */
  title: ReactNode;
  /** What can be done with it, at the right. */
  tools?: ReactNode;
  onGrip: (event: PointerEvent<HTMLElement>) => void;
  onDelete: () => void;
  children: ReactNode;
}

/** What all steps have: a place, a title, a handle to drag them by, and a way out. */
export function StepFrame({ kind, Icon, place, title, tools = null, onGrip, onDelete, children }: StepFrameProps) {
  const { writable } = useOpenHunt();
  return (
    <>
      <header className="flex min-h-9 items-center gap-2 border-b px-2 py-0.5">
        {writable ? (
          <span
            aria-hidden
            title="Drag it, or Alt with ↑ and ↓"
            onPointerDown={onGrip}
            className="-ml-1 grid h-7 w-4 shrink-0 cursor-grab touch-none place-items-center text-faint hover:text-text active:cursor-grabbing"
          >
            <GripVertical size={14} />
          </span>
        ) : null}
        <span className="flex shrink-0 items-center gap-1.5 text-2xs text-faint">
          <Icon size={14} aria-hidden />
          {place} · {kind}
        </span>
        <div className="min-w-0 flex-1">{title}</div>
        {tools}
        {writable ? (
          <IconButton label={`Delete step ${place}`} size="small" onClick={onDelete}>
            <Trash2 size={14} strokeWidth={1.7} aria-hidden />
          </IconButton>
        ) : null}
      </header>
      {children}
    </>
  );
}
