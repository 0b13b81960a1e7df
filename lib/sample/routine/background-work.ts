import { connect } from '../happenings';
import { type Scene, timesOf } from '../scene';
import { HOUR, visitors } from '../week';
import { podEnd, worldEnd, writeCloudFlow, writePython, writeSpring, writeZap } from '../writers';
import type { Routine } from './routine';

/** What services do that nobody asked for through the ingress: book, settle, send mail. */
export const backgroundWork: Routine = {
  name: 'background-work',
  hour(scene, from) {
    const busy = 0.4 + 0.6 * visitors(from);
    for (let left = timesOf(scene, 70 * busy); left > 0; left -= 1) book(scene, from + scene.random.below(HOUR));
    for (let left = timesOf(scene, 26 * busy); left > 0; left -= 1) settle(scene, from + scene.random.below(HOUR));
    for (let left = timesOf(scene, 40 * busy); left > 0; left -= 1) mail(scene, from + scene.random.below(HOUR));
  },
};

function book(scene: Scene, at: number): void {
  const { cluster, random } = scene;
  const pod = cluster.pod('ledger', at, random);
  if (random.chance(0.3))
    connect(scene, { at, from: podEnd(pod), to: podEnd(cluster.pod('database', at, random)), port: 5432 });
  writeZap(scene, pod, at, 'info', 'ledger/journal.go:141', 'entry booked', {
    account: random.between(1000, 9999),
    amount: random.between(-90_000, 90_000) / 100,
    duration_ms: random.mostlySmall(1, 80),
  });
}

function settle(scene: Scene, at: number): void {
  const { cluster, random } = scene;
  const pod = cluster.pod('payments', at, random);
  const { bank } = cluster.outside;
  const port = random.clientPort();
  connect(scene, { at, from: podEnd(pod), to: worldEnd(bank), port: 443, lastsMs: 300 });
  if (random.chance(0.5))
    writeCloudFlow(scene, {
      at,
      seconds: random.between(1, 50),
      node: pod.node,
      from: { ip: pod.ip, port },
      to: { ip: bank, port: 443 },
      packets: random.between(12, 60),
      bytes: random.between(3000, 30_000),
      direction: 'egress',
    });
  if (random.chance(0.02))
    writeSpring(
      scene,
      pod,
      at,
      'error',
      'c.e.payments.BankClient',
      `Settlement failed, will be tried again: java.net.SocketTimeoutException: Read timed out\njava.net.SocketTimeoutException: Read timed out\n\tat java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:288)\n\tat com.example.payments.BankClient.post(BankClient.java:71)`,
    );
  else
    writeSpring(
      scene,
      pod,
      at,
      'info',
      'c.e.payments.Settlement',
      `Settled batch of ${random.between(1, 40)} payments in ${random.between(90, 800)} ms`,
    );
}

function mail(scene: Scene, at: number): void {
  const { cluster, random } = scene;
  const pod = cluster.pod('mailer', at, random);
  if (random.chance(0.4))
    connect(scene, { at, from: podEnd(pod), to: worldEnd(cluster.outside.mail), port: 587, lastsMs: 700 });
  writePython(
    scene,
    pod,
    at,
    'INFO',
    'mailer.queue',
    `delivered message ${random.hex(10)} to 1 recipient in ${random.between(80, 900)} ms`,
  );
}
