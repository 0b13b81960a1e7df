import { timesOf } from '../scene';
import { HOUR, isoTime, MINUTE } from '../week';
import { writeKlog, writeOutput } from '../writers';
import type { Routine } from './routine';

/** The API server and etcd about themselves. */
export const controlPlaneWords: Routine = {
  name: 'control-plane-words',
  hour(scene, from) {
    const { cluster, random } = scene;
    const etcd = cluster.pod('etcd', from, random);
    const say = (at: number, level: string, caller: string, msg: string, fields: object) =>
      writeOutput(scene, etcd, at, JSON.stringify({ level, ts: isoTime(at, 6), caller, msg, ...fields }), 'stderr');
    for (let at = from + 21_000_000; at < from + HOUR; at += 5 * MINUTE) {
      const revision = Math.floor((at / MINUTE) % 1e6) * 13;
      say(at, 'info', 'mvcc/index.go:214', 'compact tree index', { revision });
      say(at + 30_000, 'info', 'mvcc/kvstore_compaction.go:72', 'finished scheduled compaction', {
        'compact-revision': revision,
        took: `${random.between(9, 60)}.${random.between(100, 999)}ms`,
        hash: random.between(1e8, 4e9),
      });
    }
    for (let left = timesOf(scene, 5); left > 0; left -= 1) {
      const took = `${random.between(101, 480)}.${random.between(100_000, 999_999)}ms`;
      say(from + random.below(HOUR), 'warn', 'txn/util.go:93', 'apply request took too long', {
        took,
        'expected-duration': '100ms',
        prefix: 'read-only range ',
        request: 'key:"/registry/pods/" range_end:"/registry/pods0" limit:500 ',
        response: 'range_response_count:43 size:120332',
      });
    }
    const server = cluster.pod('apiserver', from, random);
    for (let left = timesOf(scene, 22); left > 0; left -= 1) {
      const at = from + random.below(HOUR);
      const kind = random.of(['ConfigMap', 'Pod', 'Deployment', 'Secret', 'Ingress']);
      if (random.chance(0.08))
        writeKlog(
          scene,
          server,
          at,
          'I',
          'trace.go:236',
          `Trace[${random.between(1e8, 2e9)}]: "List" accept:application/json, */*,audit-id:${random.uuid()},client:${cluster.control.ip},protocol:HTTP/2.0,resource:pods,scope:cluster,url:/api/v1/pods,user-agent:kubectl,verb:LIST (total time: ${random.between(500, 1900)}ms)`,
        );
      else
        writeKlog(
          scene,
          server,
          at,
          'I',
          'reflector.go:376',
          `"Caches populated" type="*v1.${kind}" reflector="k8s.io/client-go/informers/factory.go:160"`,
        );
    }
  },
};
