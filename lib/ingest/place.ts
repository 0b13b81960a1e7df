import { isAllInOne, isControlPlaneName, type LogEvent, type LogType, typeOfPlace } from '@/lib/events';
import { programOfCaller, programOfPackage, type ReadContext, type Scope } from '@/lib/formats';
import { type Identity, identify } from '@/lib/layouts';

/**
 * Gives an event what its file's place tells, and its type where no format decided it.
 * Where the place decides, the program that wrote the record is what namespace, pod and container name; what the record is
 * about becomes an attribute. A format that decides the type (a request, a flow, a journal entry) knows better than the
 * place, which only fills in what is missing; and a request or a flow names no pod but the one that it is about.
 * `neighbour` is the type of the record before one that nothing else decides: a broken line of a flow log is network too.
 */
export function placeEvent(
  event: LogEvent,
  ofFile: Identity,
  context: ReadContext,
  neighbour: LogType | null = null,
): void {
  const named = ofFile.pod === null ? namedPath(event) : null;
  const told = named === null ? ofFile : within(ofFile, identify(named));
  const identity = ofContainer(event, told);
  const writer = context.scope === null ? identity : inScope(identity, context.scope);
  event.cluster ??= identity.cluster;
  event.node ??= identity.node;
  event.component ??= identity.component;
  const ofControlPlane = isOfControlPlane(event);
  if (ofControlPlane) event.type = 'control-plane';
  const byFormat = event.type !== null;
  const { type } = context.forced;
  event.type = type ?? event.type;
  event.typeOrigin = type !== null ? 'person' : byFormat ? 'format' : null;
  if (event.type === 'audit' || event.type === 'network') return;
  event.unit ??= identity.unit;
  event.restart ??= identity.restart;
  if (!byFormat) {
    event.type ??=
      byPath(event, writer, named ?? context.path) ?? byCaller(event, writer) ?? byNeighbour(event, neighbour);
    if (writer.pod !== null) setAside(event, writer.namespace, writer.pod);
  }
  event.namespace ??= writer.namespace;
  event.pod ??= writer.pod;
  event.container ??= writer.container;
  // A control plane's programs run in pods or beside them; hunters ask for them by one name.
  if (event.type === 'control-plane') event.component ??= event.container;
}

/** The file that a shipper read the record from, by the name that collectors agree on: it tells what the path of an upload tells. */
function namedPath({ attributes }: LogEvent): string | null {
  const path = attributes?.['log.file.path'];
  return typeof path === 'string' ? path.replace(/^\/+/, '') : null;
}

/** What the file that holds the record tells, and where it says nothing, what the file tells that the record stood in before. */
function within(holder: Identity, named: Identity): Identity {
  const told = { ...named };
  for (const [name, value] of Object.entries(holder)) if (value !== null) Object.assign(told, { [name]: value });
  return told;
}

function inScope(identity: Identity, scope: Scope): Identity {
  return { ...identity, ...scope, namespace: scope.namespace ?? identity.namespace };
}

/** Where no place is known, the source file that a line names may tell its program. */
function byCaller(event: LogEvent, writer: Identity): LogType | null {
  if (event.caller === null || event.component !== null) return null;
  event.component = programOf(event.caller, event);
  if (event.component === null) return null;
  event.typeOrigin = 'format';
  return typeOfPlace({ ...writer, component: event.component }, '');
}

/** klog names a file, perhaps with a logger; etcd's two loggers a package. */
function programOf(caller: string, { format, attributes }: LogEvent): string | null {
  if (format === 'zap' || format === 'capnslog') return programOfPackage(caller);
  if (format !== 'klog' && format !== 'klog-json') return null;
  const logger = attributes?.logger;
  return programOfCaller(caller, typeof logger === 'string' ? logger : null);
}

/**
 * Whether what a machine's journal or syslog holds is the control plane's: its program runs there as a service of its own, or
 * is one of several in a binary, and the source file that the line names tells which.
 */
function isOfControlPlane(event: LogEvent): boolean {
  if (event.type !== 'node') return false;
  const { component, caller } = event;
  const program = isAllInOne(component) && caller !== null ? programOf(caller, event) : component;
  return program !== null && isControlPlaneName(program, null);
}

function byPath(event: LogEvent, writer: Identity, path: string): LogType | null {
  // Docker's own tree tells no more of a container than its id.
  const nameless = writer.pod === null && writer.container !== null && /^[0-9a-f]{12,64}$/.test(writer.container);
  const container = nameless ? null : writer.container;
  const { namespace, pod, unit } = writer;
  const type = typeOfPlace({ namespace, pod, container, component: event.component, unit }, path);
  if (type !== null) event.typeOrigin = 'path';
  return type;
}

function byNeighbour(event: LogEvent, neighbour: LogType | null): LogType {
  if (neighbour !== null) event.typeOrigin = 'neighbour';
  return neighbour ?? 'application';
}

/** A container's output in a file that is named like a unit's log (`docker.log`) is not what the unit wrote. */
function ofContainer(event: LogEvent, told: Identity): Identity {
  if (event.stream === null || told.unit === null || told.container !== null) return told;
  return { ...told, unit: null, component: null };
}

/** Moves the pod that a record is about out of the way of the pod that wrote it. */
function setAside(event: LogEvent, namespace: string | null, pod: string): void {
  if (event.pod !== null && event.pod !== pod) event.setAttribute('object.pod', event.pod);
  if (event.namespace !== null && event.namespace !== namespace)
    event.setAttribute('object.namespace', event.namespace);
  event.pod = pod;
  event.namespace = namespace ?? event.namespace;
}
