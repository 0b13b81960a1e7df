import { classNames } from '@/components/ui';
import type { UploadView } from './describe-upload';

interface ProgressBarProps {
  label: string;
  /** 0 to 1; null runs without end. */
  share: number | null;
  tone: UploadView['tone'];
}

const TONES: Record<UploadView['tone'], string> = {
  plain: 'bg-accent',
  warn: 'bg-warn',
  error: 'bg-error',
  done: 'bg-ok',
};

export function ProgressBar({ label, share, tone }: ProgressBarProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === null ? {} : { 'aria-valuenow': Math.floor(share * 100) })}
      className="relative h-[3px] overflow-hidden rounded-full bg-raise"
    >
      {share === null ? (
        <span className="progress-line" />
      ) : (
        <span
          className={classNames('absolute inset-y-0 left-0 rounded-full', TONES[tone])}
          style={{ width: `${share * 100}%` }}
        />
      )}
    </div>
  );
}
