import { describe, expect, test } from 'vitest';
import { readFileText } from './test-file';

describe('a document', () => {
  test('of a YAML list gives what follows the items to the last of them', async () => {
    const text = [
      '---',
      'apiVersion: v1',
      'items:',
      '- apiVersion: v1',
      '  kind: Event',
      '  involvedObject:',
      '    kind: Pod',
      '    name: cart-0',
      '    namespace: shop',
      '  reason: Killing',
      '  message: stopping',
      '  type: Normal',
      '  lastTimestamp: "2024-05-06T07:08:09Z"',
      'kind: EventList',
      'metadata:',
      '  continue: ""',
      '',
    ].join('\n');
    const { events, counts } = await readFileText('events.yaml', text);
    expect(events.map(({ format, type, lines }) => [format, type, lines])).toEqual([
      ['kubernetes-event', 'control-plane', 16],
    ]);
    expect(counts).toMatchObject({ lines: 16, linesRead: 16, unparsed: 0, plain: 0 });
  });
});
