import type { LogEvent } from '@/lib/events';
import type { Json, JsonObject } from './format';
import { arrayOf, integerOf, objectOf, textOf } from './json-value';
import { NameSet } from './name-set';
import { readReferences } from './pod-references';

const CONTAINERS_MAX = 64;
const VOLUMES_MAX = 128;
const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;
const HOST_FLAGS = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

/**
 * What of a pod matters to whoever hunts: images, what it takes from its host, and as whom it runs.
 * Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
class PodTraits {
  readonly images = new NameSet();
  readonly hostPaths = new NameSet();
  readonly capabilities = new NameSet();
  readonly privileged = new NameSet();
  readonly secrets = new NameSet();
  readonly configMaps = new NameSet();
  readonly hostPorts = new NameSet();
  readonly commands = new NameSet();

  constructor(private readonly event: LogEvent) {}

  readSpec(spec: JsonObject): void {
    const { event } = this;
    for (const flag of HOST_FLAGS) if (spec[flag] === true) event.setAttribute(`pod.${flag}`, true);
    event.setAttribute('pod.serviceAccountName', textOf(spec.serviceAccountName)?.slice(0, 256));
    event.setAttribute('pod.nodeName', textOf(spec.nodeName)?.slice(0, 256));
    if (typeof spec.automountServiceAccountToken === 'boolean')
      event.setAttribute('pod.automountServiceAccountToken', spec.automountServiceAccountToken);
    this.readSecurity(objectOf(spec.securityContext));
    for (const volume of arrayOf(spec.volumes).slice(0, VOLUMES_MAX)) {
      const path = objectOf(objectOf(volume)?.hostPath)?.path;
      this.hostPaths.add(path);
    }
    let left = CONTAINERS_MAX;
    for (const list of CONTAINER_LISTS) {
      for (const element of arrayOf(spec[list]).slice(0, left)) {
        left -= 1;
        const container = objectOf(element);
        if (container !== null) this.readContainer(container);
      }
    }
    readReferences(spec, this.secrets, this.configMaps);
  }

  private readContainer(container: JsonObject): void {
    this.images.add(container.image);
    const line = [...texts(container.command), ...texts(container.args)].join(' ');
    this.commands.add(line);
    const security = objectOf(container.securityContext);
    this.readSecurity(security);
    if (security?.privileged === true) this.privileged.add(textOf(container.name) ?? '?');
    for (const name of arrayOf(objectOf(security?.capabilities)?.add).slice(0, 64)) this.capabilities.add(name);
    for (const port of arrayOf(container.ports).slice(0, 64)) {
      const number = integerOf(objectOf(port)?.hostPort);
      if (number !== null && number !== 0) this.hostPorts.add(String(number));
    }
  }

  /** Of a pod and of each of its containers; what is most dangerous stands. */
  private readSecurity(security: JsonObject | null): void {
    if (security === null) return;
    const { event } = this;
    if (security.allowPrivilegeEscalation === true) event.setAttribute('pod.allowPrivilegeEscalation', true);
    const user = integerOf(security.runAsUser);
    const known = event.attributes?.['pod.runAsUser'];
    if (user !== null && (known === undefined || user === 0)) event.setAttribute('pod.runAsUser', user);
    if (security.runAsNonRoot === false) event.setAttribute('pod.runAsNonRoot', false);
    const seccomp = textOf(objectOf(security.seccompProfile)?.type);
    if (seccomp === 'Unconfined') event.setAttribute('pod.seccomp', seccomp);
    if (security.procMount === 'Unmasked') event.setAttribute('pod.procMount', 'Unmasked');
  }

  finish(): void {
    const { event } = this;
    event.image ??= this.images.single();
    event.setAttribute('images', this.images.joined());
    event.setAttribute('pod.hostPaths', this.hostPaths.joined());
    event.setAttribute('pod.capabilities', this.capabilities.joined());
    event.setAttribute('pod.hostPorts', this.hostPorts.joined());
    event.setAttribute('pod.secrets', this.secrets.joined());
    event.setAttribute('pod.configMaps', this.configMaps.joined());
    event.setAttribute('pod.commands', this.commands.joined());
    const privileged = this.privileged.joined();
    if (privileged === null) return;
    event.setAttribute('pod.privileged', true);
    event.setAttribute('pod.privilegedContainers', privileged);
  }
}

/** Reads the pods in objects that are a pod or hold the template of one; those without say nothing. */
export function readPodTraits(bodies: readonly JsonObject[], event: LogEvent): void {
  const specs = bodies.map((body) => podSpecOf(body)).filter((spec) => spec !== null);
  if (specs.length === 0) return;
  const traits = new PodTraits(event);
  for (const spec of specs) traits.readSpec(spec);
  traits.finish();
}

/**
 * The pod in a pod, or in the template of a workload: Deployment, ReplicaSet, DaemonSet, StatefulSet, Job, CronJob,
 * ReplicationController, PodTemplate, and custom resources of the same shape.
 */
function podSpecOf(body: JsonObject): JsonObject | null {
  const spec = objectOf(body.spec);
  const template = objectOf(spec?.template) ?? objectOf(body.template);
  const job = objectOf(objectOf(spec?.jobTemplate)?.spec);
  const found = objectOf(objectOf(job?.template)?.spec) ?? objectOf(template?.spec);
  if (found !== null) return found;
  return spec !== null && isPodSpec(spec) ? spec : null;
}

function isPodSpec(spec: JsonObject): boolean {
  return (
    CONTAINER_LISTS.some((name) => Array.isArray(spec[name])) ||
    HOST_FLAGS.some((name) => typeof spec[name] === 'boolean')
  );
}

function texts(value: Json | undefined): string[] {
  return arrayOf(value)
    .slice(0, 64)
    .filter((element) => typeof element === 'string');
}
