import { controllerOf, makePod, type Pod } from '../cluster';
import { connect, makeByController, startPod } from '../happenings';
import type { Scene } from '../scene';
import { HOUR, hourOfDay, MINUTE, SECOND } from '../week';
import { podEnd, worldEnd, writeAudit, writeCloudFlow, writeDnsQuery, writeEvent, writeOutput } from '../writers';
import type { Routine } from './routine';

const BACKUP = { name: 'postgres-backup', hour: 2, image: 'docker.io/library/postgres:16.9' };
const REPORT = { name: 'sales-report', hour: 5, image: 'docker.io/library/python:3.13-slim' };
const STORAGE_NAME = 'backups.objects.example';
const GIGABYTE = 1024 ** 3;

/** What runs by the clock each night: the backup, which sends a lot outside, and the sales report. */
export const scheduledJobs: Routine = {
  name: 'scheduled-jobs',
  hour(scene, from) {
    const hour = hourOfDay(from);
    const at = from + 300_000 + scene.random.below(SECOND);
    if (hour === BACKUP.hour) backUp(scene, runJob(scene, BACKUP, at), at + 9 * SECOND);
    if (hour === REPORT.hour) report(scene, runJob(scene, REPORT, at), at + 9 * SECOND);
  },
};

function runJob(scene: Scene, job: typeof BACKUP, at: number): Pod {
  const { cluster, random } = scene;
  const namespace = 'data';
  const name = `${job.name}-${Math.floor(at / MINUTE)}`;
  const caller = controllerOf(cluster.control, 'cronjob-controller');
  writeAudit(scene, { at, caller, verb: 'create', resource: 'jobs.batch', namespace, name });
  writeEvent(scene, {
    at,
    kind: 'CronJob',
    namespace,
    name: job.name,
    reason: 'SuccessfulCreate',
    message: `Created job ${name}`,
    component: 'cronjob-controller',
  });
  const node = random.of(cluster.workers);
  const place = {
    name: `${name}-${random.suffix(5)}`,
    node,
    ip: `10.42.${node.number}.${random.between(200, 250)}`,
    image: job.image,
  };
  const pod = makePod(
    { name: job.name, namespace, container: job.name, identity: 3000 + job.hour },
    { ...place, owner: { kind: 'Job', name }, from: at, to: at + HOUR },
    random,
  );
  makeByController(scene, pod, at + 120_000);
  startPod(scene, pod, at + 130_000, { pull: false });
  const done = at + random.between(22, 34) * MINUTE;
  writeAudit(scene, {
    at: done,
    caller: controllerOf(cluster.control, 'job-controller'),
    verb: 'update',
    resource: 'jobs.batch/status',
    namespace,
    name,
  });
  writeEvent(scene, {
    at: done,
    kind: 'Job',
    namespace,
    name,
    reason: 'Completed',
    message: 'Job completed',
    component: 'job-controller',
  });
  return pod;
}

function backUp(scene: Scene, pod: Pod, at: number): void {
  const { cluster, random } = scene;
  const storage = cluster.outside.storage;
  const time = (offset: number) => new Date((at + offset) / 1000).toISOString().slice(0, 19).replace('T', ' ');
  connect(scene, {
    at,
    from: podEnd(pod),
    to: podEnd(cluster.pod('database', at, random)),
    port: 5432,
    lastsMs: 900_000,
  });
  writeOutput(scene, pod, at, `${time(0)} INFO pg_dump: dumping database shop`);
  writeDnsQuery(scene, { at: at + MINUTE, client: pod, name: STORAGE_NAME });
  const parts = random.between(9, 14);
  for (let part = 0; part < parts; part += 1) {
    const begun = at + (1 + part) * MINUTE;
    const bytes = Math.floor((0.11 + random.unit() * 0.04) * GIGABYTE);
    const port = random.clientPort();
    connect(scene, { at: begun, from: podEnd(pod), to: worldEnd(storage), port: 443, lastsMs: 50_000 });
    writeCloudFlow(scene, {
      at: begun,
      seconds: 58,
      node: pod.node,
      from: { ip: pod.ip, port },
      to: { ip: storage, port: 443 },
      packets: Math.ceil(bytes / 1400),
      bytes,
      direction: 'egress',
    });
    writeOutput(
      scene,
      pod,
      begun + 58 * SECOND,
      `${time((1 + part) * MINUTE + 58 * SECOND)} INFO uploaded part ${part + 1} of ${parts} (${bytes} bytes) to s3://${cluster.names.cluster}-backups/shop`,
    );
  }
  writeOutput(scene, pod, at + (parts + 2) * MINUTE, `${time((parts + 2) * MINUTE)} INFO backup finished`);
}

function report(scene: Scene, pod: Pod, at: number): void {
  const { cluster, random } = scene;
  const time = (offset: number) => new Date((at + offset) / 1000).toISOString().slice(0, 19).replace('T', ' ');
  connect(scene, {
    at,
    from: podEnd(pod),
    to: podEnd(cluster.pod('database', at, random)),
    port: 5432,
    lastsMs: 240_000,
  });
  writeOutput(scene, pod, at, `${time(0)} INFO report: reading yesterday's orders`);
  writeOutput(scene, pod, at + 4 * MINUTE, `${time(4 * MINUTE)} INFO report: wrote ${random.between(300, 900)} rows`);
  connect(scene, { at: at + 5 * MINUTE, from: podEnd(pod), to: podEnd(cluster.pod('mailer', at, random)), port: 8080 });
}
