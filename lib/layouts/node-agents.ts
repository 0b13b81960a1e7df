import { logStem, splitPath } from './file-name';
import type { Layout } from './layout';

/** Folders in `/var/log` that a network plugin or an agent of the node keeps for itself, and whose they are. */
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['aws-routed-eni', 'aws-vpc-cni'],
  ['calico', 'calico'],
  ['cilium', 'cilium'],
  ['antrea', 'antrea-agent'],
  ['openvswitch', 'openvswitch'],
  ['ovn', 'ovn'],
  ['kube-ovn', 'kube-ovn'],
  ['ovn-kubernetes', 'ovn-kubernetes'],
  ['crio', 'crio'],
  ['falco', 'falco'],
  ['fluent-bit', 'fluent-bit'],
  ['chrony', 'chronyd'],
  ['amazon', 'amazon-ssm-agent'],
  ['azure', 'azure-agent'],
]);

/** Files beside them, by their names without the endings. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['azure-vnet', 'azure-vnet'],
  ['azure-vnet-ipam', 'azure-vnet'],
  ['konnectivity-server', 'konnectivity-server'],
  ['cluster-autoscaler', 'cluster-autoscaler'],
  ['glbc', 'glbc'],
  ['multus', 'multus'],
  ['waagent', 'azure-agent'],
  ['cloud-controller-manager', 'cloud-controller-manager'],
  ['kube-addon-manager', 'kube-addon-manager'],
]);

/** Network plugins and agents that log into `/var/log` of a node beside the kubelet. */
export const nodeAgents: Layout = {
  name: 'node-agents',
  title: 'Network plugins and agents in /var/log',
  source: 'https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/troubleshooting.md',
  read(path) {
    const { folders, file } = splitPath(path);
    const at = folders.lastIndexOf('log');
    if (at < 0 || folders[at - 1] !== 'var') return null;
    const folder = folders[at + 1];
    const component = folder === undefined ? FILES.get(logStem(file)) : FOLDERS.get(folder);
    return component === undefined ? null : { component };
  },
  examples: [
    { path: '/var/log/aws-routed-eni/ipamd.log', identity: { component: 'aws-vpc-cni' } },
    { path: 'worker-1/var/log/calico/cni/cni-2024-01-02T03-04-05.678.log', identity: { component: 'calico' } },
    { path: 'var/log/azure-vnet.log', identity: { component: 'azure-vnet' } },
    { path: 'var/log/openvswitch/ovs-vswitchd.log.1', identity: { component: 'openvswitch' } },
    { path: 'calico/cni.log', identity: null },
    { path: 'var/log/shop/app.log', identity: null },
  ],
};
