import type { LogEvent } from '@/lib/events';
import { nameTellingWriter } from './telling-writer';

/** EKS: `<component>-<id>`, the id in hexadecimal (Amazon EKS user guide, control plane logs). */
const EKS =
  /^(kube-apiserver-audit|kube-apiserver|kube-controller-manager|kube-scheduler|cloud-controller-manager|authenticator)-[0-9a-f]{8,40}$/;
/** Container Insights and Fluent Bit name a stream after the file: `<host>-application.var.log.containers.<file>.log`. */
const CONTAINER =
  /^(.{0,255})\.var\.log\.containers\.([a-z0-9.-]{1,253})_([a-z0-9-]{1,63})_([a-z0-9.-]{1,253})-[0-9a-f]{64}\.log$/;
/** VPC flow logs: `eni-<id>-all`, `-accept` or `-reject`. */
const INTERFACE = /^eni-[0-9a-f]{4,32}-(?:all|accept|reject)$/;
const GROUP = /^\/aws\/(?:eks|containerinsights)\/([^/]{1,100})\/[a-z]{1,20}$/;

const STREAM_LENGTH_MAX = 512;

/** Whether it is a name that AWS or its shippers give to a stream; people may choose any other. */
export function isCloudwatchStream(name: string): boolean {
  return name.length <= STREAM_LENGTH_MAX && (EKS.test(name) || INTERFACE.test(name) || CONTAINER.test(name));
}

/** The component in the name of an EKS stream; null for other names. */
export function componentOfStream(name: string): string | null {
  return name.length <= STREAM_LENGTH_MAX ? (EKS.exec(name)?.[1] ?? null) : null;
}

/** What the name of a log stream tells: a component of the control plane, or node, namespace, pod and container. */
export function readCloudwatchStream(name: string, event: LogEvent): void {
  if (name.length > STREAM_LENGTH_MAX) return;
  event.setAttribute('aws.log.stream', name);
  const component = componentOfStream(name);
  if (component !== null) {
    event.component = component;
    event.type = component === 'kube-apiserver-audit' ? 'audit' : 'control-plane';
    return;
  }
  const container = CONTAINER.exec(name);
  if (container === null) return;
  const [, host = '', pod = '', namespace = '', program = ''] = container;
  if (host.endsWith('-application')) event.node = host.slice(0, -'-application'.length);
  event.pod = pod;
  event.namespace = namespace;
  event.container = program;
  nameTellingWriter(event);
}

/** The cluster in the name of a log group: `/aws/eks/<cluster>/cluster`, `/aws/containerinsights/<cluster>/application`. */
export function readCloudwatchGroup(name: string, event: LogEvent): void {
  if (name.length > STREAM_LENGTH_MAX) return;
  event.setAttribute('aws.log.group', name);
  event.cluster = GROUP.exec(name)?.[1] ?? event.cluster;
}
