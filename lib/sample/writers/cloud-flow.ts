import type { Node } from '../cluster';
import type { Scene } from '../scene';
import { isoTime, SECOND } from '../week';

/** Traffic over the edge of the cluster's network, as the cloud sums it up. Pods have addresses of that network. */
export interface CloudFlow {
  readonly at: number;
  readonly seconds: number;
  readonly node: Node;
  readonly from: { readonly ip: string; readonly port: number };
  readonly to: { readonly ip: string; readonly port: number };
  readonly packets: number;
  readonly bytes: number;
  readonly direction: 'ingress' | 'egress';
  readonly rejected?: boolean;
}

const HEAD =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status instance-id flow-direction';
const REGION = 'eu-west-1';

/** A record of AWS VPC flow logs, in the files that the cloud puts into a bucket. */
export function writeCloudFlow(scene: Scene, flow: CloudFlow): void {
  const { cluster, book } = scene;
  const start = Math.floor(flow.at / SECOND);
  const action = flow.rejected === true ? 'REJECT' : 'ACCEPT';
  const fields = [
    ...[5, cluster.account, flow.node.eni, flow.from.ip, flow.to.ip, flow.from.port, flow.to.port, 6],
    ...[flow.packets, flow.bytes, start, start + flow.seconds, action, 'OK', flow.node.instance, flow.direction],
  ];
  const day = isoTime(flow.at, 0).slice(0, 10);
  const stamp = day.replaceAll('-', '');
  const folder = `${cluster.names.cluster}-logs/AWSLogs/${cluster.account}/vpcflowlogs/${REGION}/${day.replaceAll('-', '/')}`;
  const path = `${folder}/${cluster.account}_vpcflowlogs_${REGION}_fl-0a7c41d2_${stamp}T0000Z_5e1b9c04.log`;
  // The path says the day: every part is one from the beginning.
  book.write({ path, rotated: () => path, head: HEAD }, flow.at, fields.join(' '));
}
