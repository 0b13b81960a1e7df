import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { closeStore } from '@/lib/store';
import { eventsOf, filesOf, physicalLines, rawOf, readUpload } from './test-reading';

afterAll(closeStore);

describe('reading a source', () => {
  test('CRI lines with klog, a stack trace and split records become events that own every line', async () => {
    const text = [
      '2025-03-21T14:51:46.48168132Z stderr F I0321 14:51:46.481000       1 server.go:12] "Starting" version="v1"',
      '2025-03-21T14:51:46.5Z stdout P first half, ',
      '2025-03-21T14:51:46.6Z stderr F E0321 14:51:46.600000       1 main.go:7] panic in handler',
      '2025-03-21T14:51:46.6Z stderr F goroutine 1 [running]:',
      '2025-03-21T14:51:46.6Z stderr F \t/app/main.go:10 +0x1d',
      '2025-03-21T14:51:46.7Z stdout F second half',
      'not a CRI line at all',
      '2025-03-21T14:51:47Z stdout F last, without a newline',
    ].join('\n');
    const bytes = Buffer.from(text);
    const id = await readUpload('0.log', bytes);
    const [file] = await filesOf(id);
    expect(file).toMatchObject({ state: 'ready', lines: 8, unparsed: 1, format: 'cri/klog', type: 'application' });
    const events = await eventsOf(id);
    expect(events.map((event) => [event.message, event.lines])).toEqual([
      ['Starting version="v1"', 1],
      ['first half, second half', 2],
      ['panic in handler\ngoroutine 1 [running]:\n\t/app/main.go:10 +0x1d', 3],
      ['not a CRI line at all', 1],
      ['last, without a newline', 1],
    ]);
    expect(events.reduce((sum, event) => sum + Number(event.lines), 0)).toBe(physicalLines(bytes));
    expect(await rawOf(file?.id ?? 0)).toEqual(bytes);
    expect(file?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});
