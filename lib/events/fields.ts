import type { Field, FieldGroup, FieldKind } from './field';

/**
 * The field catalogue: every field that has a column of its own, in the order of the table's columns.
 * The writer, the query language, the facets and the pickers are all made from this list.
 */
export const FIELDS = [
  // place: where in the cluster it happened
  field('cluster', 'text', 'place', 'Cluster', 'The cluster that the log came from.', [
    'k8s.cluster.name',
    'orchestrator.cluster.name',
  ]),
  field('node', 'text', 'place', 'Node', 'The machine that wrote it.', [
    'k8s.node.name',
    'host.name',
    'hostname',
    'nodeName',
  ]),
  field('namespace', 'text', 'place', 'Namespace', 'The namespace of the pod or of the object asked for.', [
    'k8s.namespace.name',
    'orchestrator.namespace',
    'objectRef.namespace',
    'ns',
  ]),
  field('pod', 'text', 'place', 'Pod', 'The pod that wrote it or that it is about.', [
    'k8s.pod.name',
    'kubernetes.pod.name',
  ]),
  field('container', 'text', 'place', 'Container', 'The container that wrote it.', [
    'k8s.container.name',
    'container.name',
  ]),
  field('component', 'text', 'place', 'Component', 'The program that wrote it: kubelet, etcd, sshd.', [
    'service.name',
    'process.name',
    'program',
    'app',
  ]),
  field('unit', 'text', 'place', 'Unit', 'The systemd unit.', ['systemd.unit', '_SYSTEMD_UNIT']),
  field('stream', 'text', 'place', 'Stream', 'stdout or stderr.', ['log.iostream']),
  // request: who did what, and whether it worked
  {
    ...field('user', 'text', 'request', 'User', 'Who did it.', ['user.username', 'user.name', 'username']),
    column: 'user_name',
  },
  field('verb', 'text', 'request', 'Verb', 'What was asked of the API server.', ['event.action', 'action']),
  field('resource', 'text', 'request', 'Resource', 'The kind of object, as the API names it: pods, secrets.', [
    'objectRef.resource',
    'kind',
  ]),
  field('subresource', 'text', 'request', 'Subresource', 'exec, log, status, token.', ['objectRef.subresource']),
  field('api_group', 'text', 'request', 'API group', 'The API group of the object.', ['objectRef.apiGroup']),
  field('name', 'text', 'request', 'Name', 'The name of the object.', ['objectRef.name', 'orchestrator.resource.name']),
  field('decision', 'text', 'request', 'Decision', 'allow or forbid.', ['annotations.authorization.k8s.io/decision']),
  field('reason', 'text', 'request', 'Reason', 'The reason given: of a refusal, of a Kubernetes event, of a drop.', [
    'responseStatus.reason',
    'drop_reason_desc',
  ]),
  field('status', 'integer', 'request', 'Status', 'The HTTP status code.', [
    'responseStatus.code',
    'http.response.status_code',
    'code',
  ]),
  field('user_agent', 'text', 'request', 'User agent', 'The client that asked.', [
    'userAgent',
    'user_agent.original',
    'ua',
  ]),
  field('method', 'text', 'request', 'Method', 'The HTTP method.', ['http.request.method']),
  field('path', 'text', 'request', 'Path', 'The path asked for.', ['url.path', 'requestURI', 'uri']),
  field('host', 'text', 'request', 'Host', 'The host name asked for: an HTTP authority or a DNS name.', [
    'url.domain',
    'dns.question.name',
    'authority',
  ]),
  field('duration_ms', 'number', 'request', 'Duration', 'How long it took, in milliseconds.', [
    'duration',
    'latency',
    'event.duration',
  ]),
  // network: who talked to whom
  field('src_ip', 'address', 'network', 'Source address', 'The address that it came from.', [
    'sourceIPs',
    'source.ip',
    'client.ip',
    'client.address',
    'srcaddr',
  ]),
  field('src_port', 'integer', 'network', 'Source port', 'The port that it came from.', ['source.port', 'srcport']),
  field('src_namespace', 'text', 'network', 'Source namespace', 'The namespace of the pod that it came from.', []),
  field('src_pod', 'text', 'network', 'Source pod', 'The pod that it came from.', []),
  field('dst_ip', 'address', 'network', 'Destination address', 'The address that it went to.', [
    'destination.ip',
    'dstaddr',
  ]),
  field('dst_port', 'integer', 'network', 'Destination port', 'The port that it went to.', [
    'destination.port',
    'dstport',
    'port',
  ]),
  field('dst_namespace', 'text', 'network', 'Destination namespace', 'The namespace of the pod that it went to.', []),
  field('dst_pod', 'text', 'network', 'Destination pod', 'The pod that it went to.', []),
  field('protocol', 'text', 'network', 'Protocol', 'tcp, udp, icmp, dns, http.', ['network.transport', 'proto']),
  field(
    'verdict',
    'text',
    'network',
    'Verdict',
    'What the network did with it: forwarded, dropped, accept, reject.',
    [],
  ),
  field('direction', 'text', 'network', 'Direction', 'ingress or egress.', ['network.direction', 'traffic_direction']),
  field('bytes', 'integer', 'network', 'Bytes', 'How many bytes were carried or sent.', [
    'network.bytes',
    'http.response.body.bytes',
  ]),
  field('packets', 'integer', 'network', 'Packets', 'How many packets were carried.', ['network.packets']),
  // record: the log record itself
  field('image', 'text', 'record', 'Image', 'The container image.', ['container.image.name']),
  field('caller', 'text', 'record', 'Caller', 'The place in the code or the logger that wrote it.', [
    'logger',
    'log.logger',
    'code.file.path',
  ]),
  field('pid', 'integer', 'record', 'Process id', 'The process or thread that wrote it.', ['process.pid']),
  field('restart', 'integer', 'record', 'Restart', 'How often the container had been restarted.', [
    'k8s.container.restart_count',
  ]),
  field('pattern', 'text', 'record', 'Pattern', 'What its message has in common with others, by the id of that.', []),
  field('format', 'text', 'record', 'Format', 'The format that read it.', ['event.dataset']),
  field('envelope', 'text', 'record', 'Envelope', 'The formats around it, outermost first.', []),
] as const satisfies readonly Field[];

export type FieldName = (typeof FIELDS)[number]['name'];

function field<const Name extends string>(
  name: Name,
  kind: FieldKind,
  group: FieldGroup,
  label: string,
  about: string,
  aliases: readonly string[],
) {
  return { name, column: name, property: camelCase(name), kind, group, label, about, aliases } satisfies Field;
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
