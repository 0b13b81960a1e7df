'use client';

import { useEffect, useState } from 'react';
import { visibleLine } from '@/components/text';
import { filesOfDrop } from './chosen-files';
import { DropTarget } from './drop-target';
import { useUploads } from './upload-context';

/** Takes files dropped anywhere in the window, and says so while they hover over it. */
export function DropOverlay() {
  const { add } = useUploads();
  const [hovering, setHovering] = useState(false);
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent) => {
      // Only on leaving the window is there no element that is entered instead.
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setHovering(false);
      const failed: string[] = [];
      void filesOfDrop(event.dataTransfer, (path) => failed.push(path)).then((files) => {
        setUnreadable(failed);
        add(files);
      });
    };
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [add]);

  return (
    <>
      {hovering ? (
        <DropTarget title="Drop to add these logs" about="Each folder and each archive becomes one source." />
      ) : null}
      {unreadable.length > 0 ? <Unreadable paths={unreadable} onClose={() => setUnreadable([])} /> : null}
    </>
  );
}

function Unreadable({ paths, onClose }: { paths: readonly string[]; onClose: () => void }) {
  return (
    <div
      role="alert"
      className="fixed bottom-10 left-1/2 z-50 flex max-w-[min(640px,90vw)] -translate-x-1/2 items-start gap-3 rounded-lg border border-error bg-panel px-4 py-3 shadow-float"
    >
      <p className="min-w-0 [overflow-wrap:anywhere]">
        The browser could not read {visibleLine(paths.slice(0, 3).join(', '))}
        {paths.length > 3 ? ` and ${paths.length - 3} more` : ''}. The rest is being sent. Check their permissions and
        drop them again.
      </p>
      <button type="button" onClick={onClose} className="shrink-0 text-accent hover:underline">
        Dismiss
      </button>
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
