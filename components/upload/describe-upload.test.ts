import { expect, test } from 'vitest';
import { NO_CORRECTIONS, type SourceSummary, sourceSummary } from '@/lib/interface';
import { describeSource, describeUpload } from './describe-upload';
import type { Upload } from './upload-queue';

const upload: Upload = {
  key: 'upload-1',
  name: 'logs.tar',
  fileCount: 3,
  bytes: 4 * 1024 * 1024,
  state: 'sending',
  bytesSent: 1024 * 1024,
  bytesPerSecond: 1024 * 1024,
  sourceId: null,
  message: null,
  retryAt: null,
};

function source(rest: Partial<SourceSummary>): SourceSummary {
  return sourceSummary.parse({
    id: 'a',
    kind: 'upload',
    name: 'logs.tar',
    state: 'reading',
    bytes: 100,
    bytesReceived: 100,
    bytesRead: 50,
    sha256: null,
    events: 1200,
    lines: 1300,
    unparsed: 0,
    fileCount: 2,
    progress: 0.5,
    bytesPerSecond: 2048,
    secondsLeft: 12,
    from: null,
    to: null,
    zoneMinutes: null,
    year: null,
    corrections: NO_CORRECTIONS,
    createdAt: '2026-01-01T00:00:00Z',
    retention: { own: false, keepDays: null, countsFrom: 'arrival' },
    expired: null,
    note: null,
    ...rest,
  });
}

test('sending tells bytes, speed and time left', () => {
  expect(describeUpload(upload, null, 0)).toMatchObject({
    phase: 'Sending',
    detail: '1.00 MB of 4.00 MB · 1.00 MB/s · 3 s left',
    share: 0.25,
  });
});

test('a lost connection says when it goes on', () => {
  const lost: Upload = { ...upload, state: 'lost', message: 'The connection to Trackway is lost.', retryAt: 5000 };
  expect(describeUpload(lost, null, 3200)).toMatchObject({
    detail: 'The connection to Trackway is lost. Next try in 2 s.',
    tone: 'warn',
  });
});

test('an empty file has nothing left to send', () => {
  expect(describeUpload({ ...upload, bytes: 0, bytesSent: 0, bytesPerSecond: null }, null, 0).share).toBe(1);
});

test('after sending, the server is asked how far reading is', () => {
  const sent: Upload = { ...upload, state: 'sent' };
  expect(describeUpload(sent, null, 0)).toMatchObject({ phase: 'Sent', share: null });
  expect(describeUpload(sent, source({}), 0)).toMatchObject({
    phase: 'Reading',
    detail: '2 files · 1,200 events · 1,300 lines · 2.00 KB/s · 12 s left',
    share: 0.5,
    explore: false,
  });
});

test('what unpacks to much more than was sent promises no end', () => {
  const view = describeSource(source({ progress: 1, secondsLeft: 0, fileCount: 0, bytesPerSecond: 0 }));
  expect(view).toMatchObject({ detail: '1,200 events · 1,300 lines · unpacking the last of it', share: null });
});

test('a source with events can be explored, one without cannot, a failed one says why', () => {
  expect(describeSource(source({ state: 'ready', progress: 1 }))).toMatchObject({ phase: 'Ready', explore: true });
  expect(describeSource(source({ state: 'ready', progress: 1, events: 0 })).explore).toBe(false);
  expect(describeSource(source({ state: 'failed', events: 0, error: 'Not an archive.' }))).toMatchObject({
    detail: 'Not an archive.',
    tone: 'error',
  });
});
