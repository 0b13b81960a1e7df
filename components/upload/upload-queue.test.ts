import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlannedUpload } from './plan-uploads';
import { type TransferEvents, UploadQueue } from './upload-queue';

/** A transfer that does what the test says. */
class FakeTransfer {
  starts = 0;
  stops = 0;
  discarded = false;

  constructor(
    readonly name: string,
    readonly events: TransferEvents,
  ) {}

  start() {
    this.starts += 1;
  }

  stop() {
    this.stops += 1;
  }

  async discard() {
    this.discarded = true;
  }
}

function queueOf(...names: string[]) {
  const transfers: FakeTransfer[] = [];
  const queue = new UploadQueue((plan, events) => {
    const transfer = new FakeTransfer(plan.name, events);
    transfers.push(transfer);
    return transfer;
  });
  for (const name of names) queue.add(plan(name));
  const transfer = (at: number) => {
    const found = transfers[at];
    if (found === undefined) throw new Error(`no transfer ${at}`);
    return found;
  };
  const states = () => queue.uploads().map((upload) => upload.state);
  return { queue, transfer, states };
}

function plan(name: string): PlannedUpload {
  return { name, blob: new Blob(['x'.repeat(1000)]), modified: 0, fingerprint: name, fileCount: 1 };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('two are sent at a time; the next starts when one is done', () => {
  const { queue, transfer, states } = queueOf('a', 'b', 'c');
  expect(states()).toEqual(['sending', 'sending', 'waiting']);
  transfer(0).events.onCreated('id-a');
  transfer(0).events.onDone();
  expect(states()).toEqual(['sent', 'sending', 'sending']);
  expect(queue.uploads()[0]).toMatchObject({ sourceId: 'id-a', bytesSent: 1000 });
});

test('progress gives a speed once there is something to go by', () => {
  const { queue, transfer } = queueOf('a');
  transfer(0).events.onProgress(0);
  vi.advanceTimersByTime(1000);
  transfer(0).events.onProgress(400);
  expect(queue.uploads()[0]).toMatchObject({ bytesSent: 400, bytesPerSecond: 400 });
});

test('a lost connection is tried again by itself, later each time, and at once when the network is back', () => {
  const { queue, transfer, states } = queueOf('a');
  transfer(0).events.onError('lost', false);
  expect(queue.uploads()[0]).toMatchObject({ state: 'lost', message: 'lost', retryAt: Date.now() + 1000 });
  vi.advanceTimersByTime(1000);
  expect(states()).toEqual(['sending']);
  transfer(0).events.onError('lost', false);
  expect(queue.uploads()[0]?.retryAt).toBe(Date.now() + 2000);
  queue.reconnect();
  expect(states()).toEqual(['sending']);
  expect(transfer(0).starts).toBe(3);
  vi.advanceTimersByTime(60_000);
  expect(transfer(0).starts).toBe(3);
});

test('while one has lost its connection another may take its place', () => {
  const { transfer, states } = queueOf('a', 'b', 'c');
  transfer(0).events.onError('lost', false);
  expect(states()).toEqual(['lost', 'sending', 'sending']);
  vi.advanceTimersByTime(1000);
  expect(states()).toEqual(['waiting', 'sending', 'sending']);
});

test('a refusal stays, with its reason, until somebody tries again', () => {
  const { queue, transfer, states } = queueOf('a');
  transfer(0).events.onError('It is too large.', true);
  vi.advanceTimersByTime(600_000);
  expect(queue.uploads()[0]).toMatchObject({ state: 'failed', message: 'It is too large.' });
  queue.resume('upload-1');
  expect(states()).toEqual(['sending']);
});

test('a paused upload hears nothing until it goes on', () => {
  const { queue, transfer, states } = queueOf('a', 'b', 'c');
  queue.pause('upload-1');
  expect(states()).toEqual(['paused', 'sending', 'sending']);
  transfer(0).events.onProgress(500);
  transfer(0).events.onError('late', false);
  expect(queue.uploads()[0]).toMatchObject({ state: 'paused', bytesSent: 0 });
  queue.resume('upload-1');
  expect(states()).toEqual(['waiting', 'sending', 'sending']);
});

test('cancelling takes it off the list and has the server forget it; what was sent stays there', async () => {
  const { queue, transfer } = queueOf('a', 'b');
  transfer(1).events.onDone();
  await queue.cancel('upload-1');
  await queue.cancel('upload-2');
  expect(queue.uploads()).toEqual([]);
  expect(transfer(0).discarded).toBe(true);
  expect(transfer(1).discarded).toBe(false);
});

test('subscribers hear of changes until they leave; the snapshot is a new one only then', () => {
  const { queue, transfer } = queueOf('a');
  const heard = vi.fn();
  const leave = queue.subscribe(heard);
  const before = queue.uploads();
  expect(queue.uploads()).toBe(before);
  transfer(0).events.onProgress(10);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(queue.uploads()).not.toBe(before);
  leave();
  transfer(0).events.onProgress(20);
  expect(heard).toHaveBeenCalledTimes(1);
});
