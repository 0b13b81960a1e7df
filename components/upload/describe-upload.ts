import { formatBytes, formatCounted, formatDuration, formatSpeed } from '@/components/text';
import type { SourceSummary } from '@/lib/interface';
import type { Upload } from './upload-queue';

/** An upload in words. */
export interface UploadView {
  /** What is going on, in a word or two. */
  readonly phase: string;
  readonly detail: string;
  /** 0 to 1; null when nobody knows. */
  readonly share: number | null;
  readonly tone: 'plain' | 'warn' | 'error' | 'done';
  /** True when there is something to explore. */
  readonly explore: boolean;
}

/** Describes what the browser knows of an upload, then, once all is sent, what the server says of its source. */
export function describeUpload(upload: Upload, source: SourceSummary | null, now: number): UploadView {
  const share = upload.bytes === 0 ? 1 : upload.bytesSent / upload.bytes;
  const amount = `${formatBytes(upload.bytesSent)} of ${formatBytes(upload.bytes)}`;
  const sending = { share, explore: false };
  switch (upload.state) {
    case 'waiting':
      return {
        ...sending,
        phase: 'Waiting',
        detail: upload.bytesSent > 0 ? amount : formatBytes(upload.bytes),
        tone: 'plain',
      };
    case 'sending': {
      const left = upload.bytesPerSecond ? (upload.bytes - upload.bytesSent) / upload.bytesPerSecond : null;
      return {
        ...sending,
        phase: 'Sending',
        detail: joined(amount, speed(upload.bytesPerSecond), timeLeft(left)),
        tone: 'plain',
      };
    }
    case 'paused':
      return { ...sending, phase: 'Paused', detail: amount, tone: 'plain' };
    case 'lost': {
      const seconds = Math.max(0, Math.ceil(((upload.retryAt ?? now) - now) / 1000));
      const next = seconds === 0 ? 'Trying again.' : `Next try in ${seconds} s.`;
      return {
        ...sending,
        phase: '',
        detail: `${upload.message ?? 'The connection is lost.'} ${next}`,
        tone: 'warn',
      };
    }
    case 'failed':
      return { ...sending, phase: 'Failed.', detail: upload.message ?? '', tone: 'error' };
    case 'sent':
      return describeSource(source);
  }
}

/** Describes a source that the server has all of, or is getting from elsewhere. */
export function describeSource(source: SourceSummary | null): UploadView {
  if (source === null) return { phase: 'Sent', detail: 'about to be read', share: null, tone: 'plain', explore: false };
  // Files are told when they are complete: none yet is no news.
  const found = joined(
    source.fileCount === 0 ? null : formatCounted(source.fileCount, 'file'),
    formatCounted(source.events, 'event'),
  );
  switch (source.state) {
    case 'receiving': {
      const amount = `${formatBytes(source.bytesReceived)} of ${formatBytes(source.bytes)}`;
      return {
        phase: 'Receiving',
        detail: source.bytes > 0 ? amount : formatBytes(source.bytesReceived),
        share: source.bytes > 0 ? source.progress : null,
        tone: 'plain',
        explore: false,
      };
    }
    case 'reading': {
      // The last bytes of an upload may unpack to a great deal: how long that takes nobody knows.
      const share = source.progress < 1 ? source.progress : null;
      const detail = joined(
        found,
        formatCounted(source.lines, 'line'),
        speed(source.bytesPerSecond),
        share === null ? 'unpacking the last of it' : timeLeft(source.secondsLeft),
      );
      return { phase: 'Reading', detail, share, tone: 'plain', explore: false };
    }
    case 'failed':
      return {
        phase: 'Failed.',
        detail: source.error ?? 'See its page for what went wrong.',
        share: source.progress,
        tone: 'error',
        explore: source.events > 0,
      };
    case 'ready': {
      const told = joined(found, formatCounted(source.lines, 'line'));
      const detail = source.events === 0 && source.note !== null ? source.note : told;
      return { phase: 'Ready', detail, share: 1, tone: 'done', explore: source.events > 0 };
    }
  }
}

function speed(bytesPerSecond: number | null): string | null {
  return bytesPerSecond === null || bytesPerSecond < 1 ? null : formatSpeed(bytesPerSecond);
}

function timeLeft(seconds: number | null): string | null {
  return seconds === null ? null : `${formatDuration(Math.max(1, seconds))} left`;
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' · ');
}
