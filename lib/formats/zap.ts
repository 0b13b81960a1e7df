import { severityFromWord } from '@/lib/events';
import { NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';

/** zap's production encoder, as etcd, Caddy and most operators write it. Its plain numbers are seconds. */
export const zap: ObjectFormat = {
  name: 'zap',
  title: 'zap (etcd, operators)',
  about: 'Go’s zap logger: level, ts, caller, msg and fields. Durations that are plain numbers are seconds.',
  source: 'https://pkg.go.dev/go.uber.org/zap/zapcore#EncoderConfig',
  type: null,
  reads: 'object',
  read(object, event, context) {
    if (object.ts === undefined || typeof object.msg !== 'string' || typeof object.level !== 'string') return NOT_MINE;
    if (typeof object.ts !== 'string' && typeof object.ts !== 'number') return NOT_MINE;
    if (severityFromWord(object.level) === null) return NOT_MINE;
    if (typeof object.duration === 'number' && !Number.isInteger(object.duration)) {
      event.durationMs = Number((object.duration * 1000).toFixed(6));
    }
    readJsonRecord(object, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"level":"warn","ts":"2024-05-06T07:08:09.233242Z","caller":"etcdserver/util.go:170","msg":"apply request took too long","took":"331.5ms","expected-duration":"100ms"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 233) * 1000 + 242,
        severity: 'warning',
        caller: 'etcdserver/util.go:170',
        message: 'apply request took too long',
        durationMs: 331.5,
      },
    },
    {
      text: '{"level":"info","ts":1714979289.25,"logger":"web.access","msg":"handled request","request":{"remote_ip":"192.0.2.7","method":"GET","host":"shop.example","uri":"/"},"duration":0.0125,"status":200}',
      event: { time: 1_714_979_289_250_000, srcIp: '192.0.2.7', durationMs: 12.5, status: 200, host: 'shop.example' },
    },
    { text: '{"level":"info","msg":"no time"}', event: null },
    { text: '{"ts":1714979289250.1,"caller":"a.go:1","msg":"klog","v":0}', event: null },
  ],
};
