import { describe, expect, test } from 'vitest';
import { NO_CORRECTIONS } from '@/lib/interface';
import { RecordUnits } from './record-units';

const PATH = '/var/log/pods/shop_cart-0_3f1c0c1e-1111-4222-8333-aaaaaaaaaaaa/cart/0.log';

function eventOf(record: object) {
  const unit = new RecordUnits().unit({ text: JSON.stringify(record), hints: null, key: null }, 1, NO_CORRECTIONS);
  return unit.events[0]?.event;
}

describe('the file that a shipper read a record from tells its pod', () => {
  test('in a document of Filebeat', () => {
    const document = {
      '@timestamp': '2026-11-27T19:00:00.037Z',
      ...{ ecs: { version: '1.12.0' }, host: { name: 'node-1' }, agent: { type: 'filebeat' } },
      log: { offset: 0, file: { path: PATH } },
      stream: 'stderr',
      message: '{"level":"warn","msg":"order 1 done"}',
    };
    expect(eventOf(document)).toMatchObject({
      ...{ namespace: 'shop', pod: 'cart-0', container: 'cart', node: 'node-1', stream: 'stderr' },
      ...{ type: 'application', severity: 'warning', message: 'order 1 done', time: 1_795_806_000_037_000 },
    });
  });

  test('in a record of OpenTelemetry, and the pod that the message is about stands beside it', () => {
    const path = PATH.replace('shop_cart-0', 'kube-system_kube-scheduler-node-1').replace('/cart/', '/kube-scheduler/');
    const record = {
      timeUnixNano: '1795806000037000000',
      body: { stringValue: 'I1127 19:00:00.037000       1 schedule_one.go:252] "Bound" pod="shop/cart-0"' },
      attributes: [{ key: 'log.file.path', value: { stringValue: path } }],
    };
    expect(eventOf(record)).toMatchObject({
      ...{ type: 'control-plane', namespace: 'kube-system', pod: 'kube-scheduler-node-1' },
      attributes: { 'object.pod': 'cart-0', 'object.namespace': 'shop' },
    });
  });

  test('of a machine too', () => {
    const document = { agent: { type: 'filebeat' }, log: { file: { path: '/var/log/messages' } }, message: 'odd' };
    expect(eventOf(document)).toMatchObject({ type: 'node', message: 'odd' });
  });
});
