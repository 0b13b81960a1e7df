'use client';

import { Upload as UploadIcon } from 'lucide-react';

interface DropTargetProps {
  title: string;
  about: string;
}

/** Lies over the window while files hover over it, and says what becomes of them. */
export function DropTarget({ title, about }: DropTargetProps) {
  return (
    <div className="pointer-events-none fixed inset-0 z-[60] bg-bg/93 p-4">
      <div className="grid h-full place-content-center justify-items-center gap-2 rounded-xl border-2 border-dashed border-accent text-center">
        <UploadIcon size={28} strokeWidth={1.6} className="text-accent" aria-hidden />
        <p className="text-xl font-semibold">{title}</p>
        <p className="text-base text-dim">{about}</p>
      </div>
    </div>
  );
}
