import type { Person, Pod } from '../cluster';
import { execInPod } from '../happenings';
import type { Scene } from '../scene';
import { HOUR, hourOfDay, isWorkday, MINUTE, SECOND } from '../week';
import { writeAudit } from '../writers';
import type { Routine } from './routine';

const OPENS = 8;
const CLOSES = 18;
const LISTED = [
  'pods',
  'pods',
  'pods',
  'deployments.apps',
  'services',
  'events',
  'jobs.batch',
  'configmaps',
  'ingresses.networking.k8s.io',
];
const SOFTWARE = ['shop', 'cart', 'orders', 'mailer', 'payments', 'ledger'] as const;

/** People with kubectl in office hours: they look, they read logs, now and then they go into a pod; some things they may not. */
export const peopleAtWork: Routine = {
  name: 'people-at-work',
  hour(scene, from) {
    const hour = hourOfDay(from);
    if (!isWorkday(from) || hour < OPENS || hour >= CLOSES) return;
    for (const person of scene.cluster.people) {
      if (from < person.since || !scene.random.chance(0.75)) continue;
      session(scene, person, from + scene.random.below(HOUR - 20 * MINUTE));
    }
  },
};

/** A few commands one after another. */
function session(scene: Scene, person: Person, start: number): void {
  const { random } = scene;
  let at = start;
  for (let left = random.mostlySmall(4, 40); left > 0; left -= 1) {
    command(scene, person, at);
    at += random.mostlySmall(3, 80) * SECOND;
  }
}

type Command = (scene: Scene, person: Person, at: number) => void;

function command(scene: Scene, person: Person, at: number): void {
  let left = scene.random.unit() * WEIGHTS;
  for (const { weight, run } of COMMANDS) {
    left -= weight;
    if (left < 0) {
      run(scene, person, at);
      return;
    }
  }
}

const list: Command = (scene, { caller, namespaces }, at) => {
  const resource = scene.random.of(LISTED);
  writeAudit(scene, { at, caller, verb: 'list', resource, namespace: scene.random.of(namespaces), query: 'limit=500' });
};

const readLog: Command = (scene, { caller }, at) => {
  const { namespace, name } = somePod(scene, at);
  const request = { at, caller, verb: 'get', resource: 'pods/log', namespace, name, query: 'tailLines=200' };
  writeAudit(scene, { ...request, tookMs: scene.random.between(40, 900) });
};

/** A name that was copied wrongly is not found. */
const describePod: Command = (scene, { caller }, at) => {
  const { namespace, name } = somePod(scene, at);
  const isWrong = scene.random.chance(0.06);
  const asked = isWrong ? { name: `${name}x`, status: 404 } : { name };
  writeAudit(scene, { at, caller, verb: 'get', resource: 'pods', namespace, ...asked });
};

/** Developers may not; they try. */
const listSecrets: Command = (scene, { caller, namespaces, operates }, at) => {
  const namespace = scene.random.of(namespaces);
  writeAudit(scene, { at, caller, verb: 'list', resource: 'secrets', namespace, status: operates ? 200 : 403 });
};

const askForRights: Command = (scene, { caller }, at) => {
  writeAudit(scene, { at, caller, verb: 'create', resource: 'selfsubjectaccessreviews.authorization.k8s.io' });
};

const deletePod: Command = (scene, { caller, operates }, at) => {
  if (!operates) return;
  const { namespace, app } = somePod(scene, at);
  const name = `${app}-debug-${scene.random.suffix(5)}`;
  writeAudit(scene, { at, caller, verb: 'delete', resource: 'pods', namespace, name });
};

const openShell: Command = (scene, { caller }, at) => {
  execInPod(scene, somePod(scene, at), at, caller, ['sh'], true);
};

const forwardPort: Command = (scene, { caller }, at) => {
  const request = { at, caller, verb: 'get', resource: 'pods/portforward', namespace: 'data', name: 'postgres-0' };
  writeAudit(scene, { ...request, tookMs: 240_000 });
};

const COMMANDS: readonly { readonly weight: number; readonly run: Command }[] = [
  { weight: 55, run: list },
  { weight: 20, run: readLog },
  { weight: 17, run: describePod },
  { weight: 2.5, run: listSecrets },
  { weight: 1.5, run: askForRights },
  { weight: 1, run: deletePod },
  { weight: 1, run: openShell },
  { weight: 0.5, run: forwardPort },
];
const WEIGHTS = COMMANDS.reduce((sum, { weight }) => sum + weight, 0);

function somePod({ cluster, random }: Scene, at: number): Pod {
  return cluster.pod(random.of(SOFTWARE), at, random);
}
