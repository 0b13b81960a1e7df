'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { type ChosenFile, filesOfDrop } from '@/components/upload';

/** Takes files that are dropped anywhere, before the window takes them for logs. Answers whether any hover over it. */
export function useRuleDrop(onFiles: (files: ChosenFile[], unreadable: string[]) => void): boolean {
  const [hovering, setHovering] = useState(false);
  const taken = useEffectEvent(onFiles);
  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setHovering(true);
    };
    const leave = (event: DragEvent) => {
      event.stopPropagation();
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.stopPropagation();
      setHovering(false);
      const unreadable: string[] = [];
      void filesOfDrop(event.dataTransfer, (path) => unreadable.push(path)).then((files) => taken(files, unreadable));
    };
    const listeners = [
      ['dragenter', hover],
      ['dragover', hover],
      ['dragleave', leave],
      ['drop', drop],
    ] as const;
    // While capturing: the window's own listeners come after.
    for (const [name, listener] of listeners) window.addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener, true);
    };
  }, []);
  return hovering;
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
