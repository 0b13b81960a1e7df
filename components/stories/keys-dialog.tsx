'use client';

import { Dialog } from '@/components/ui';
import { StoriesKeys } from './stories-keys';

/** Tells about the keys. */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keys"
      description="They work wherever you are not typing."
      className="w-[min(680px,calc(100vw-32px))]"
    >
      <StoriesKeys />
    </Dialog>
  );
}
