import { classNames } from '@/components/ui';
import type { HuntStatus } from '@/lib/interface';
import { STATUS_LABELS } from './status-labels';

/** How far a hunt is, as an icon and its word. */
export function StatusMark({ status }: { status: HuntStatus }) {
  const { word, Icon, tone } = STATUS_LABELS[status];
  return (
    <span className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', tone)}>
      <Icon size={13} aria-hidden />
      {word}
    </span>
  );
}
