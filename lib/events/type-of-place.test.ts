import { describe, expect, test } from 'vitest';
import type { Place } from './place-memory';
import { typeOfPlace } from './type-of-place';

const NOWHERE: Place = { namespace: null, pod: null, container: null, component: null, unit: null };

describe('typeOfPlace', () => {
  test.each<[string, Partial<Place>, string, string | null]>([
    ['a static pod of the API server', { namespace: 'kube-system', pod: 'kube-apiserver-n1' }, '', 'control-plane'],
    ['a container named kube-scheduler', { pod: 'x', container: 'kube-scheduler' }, '', 'control-plane'],
    ['the controller manager by file', { component: 'kube-controller-manager' }, '', 'control-plane'],
    ['a cloud controller manager', { pod: 'cloud-controller-manager-abc' }, '', 'control-plane'],
    [
      "OpenShift's scheduler",
      { namespace: 'openshift-kube-scheduler', pod: 'openshift-kube-scheduler-ip-10-0-1-2.ec2.internal' },
      '',
      'control-plane',
    ],
    ["OpenShift's API server", { namespace: 'openshift-apiserver', pod: 'apiserver-64d5b' }, '', 'control-plane'],
    [
      "OpenShift's controller manager",
      { namespace: 'openshift-controller-manager', pod: 'controller-manager-x7k2p' },
      '',
      'control-plane',
    ],
    ['a controller manager of an operator', { namespace: 'shop', container: 'controller-manager' }, '', 'application'],
    ['an apiserver of an application', { namespace: 'shop', pod: 'apiserver-64d5b' }, '', 'application'],
    ["the cluster's etcd", { namespace: 'kube-system', pod: 'etcd-n1', container: 'etcd' }, '', 'control-plane'],
    ["an application's etcd", { namespace: 'shop', pod: 'etcd-0', container: 'etcd' }, '', 'application'],
    ['the API server as a unit', { unit: 'kube-apiserver.service' }, '', 'control-plane'],
    ["a cloud's controller manager", { pod: 'aws-cloud-controller-manager-x7k2p' }, '', 'control-plane'],
    ['what evicts pods', { namespace: 'kube-system', pod: 'descheduler-28-abcde' }, '', 'control-plane'],
    ['coredns', { namespace: 'kube-system', pod: 'coredns-5d78c-abcde', container: 'coredns' }, '', 'network'],
    ['an ingress controller', { pod: 'ingress-nginx-controller-x7k2p', container: 'controller' }, '', 'network'],
    ['the router of OpenShift', { pod: 'router-default-x7k2p', container: 'router' }, '', 'network'],
    ['a proxy beside an application', { namespace: 'shop', pod: 'cart-0', container: 'istio-proxy' }, '', 'network'],
    ['an application in front of which one stands', { pod: 'cart-0', container: 'cart' }, 'envoy.log', 'application'],
    ['a file named after a name server', {}, 'saved/coredns.log', 'network'],
    ['a folder named after one', {}, 'coredns/cart.log', null],
    ['kube-proxy, which writes no traffic down', { pod: 'kube-proxy-x7k2p' }, '', 'application'],
    ['the kubelet', { component: 'kubelet', unit: 'kubelet.service' }, '', 'node'],
    ['any unit', { unit: 'chronyd.service' }, '', 'node'],
    ['sshd', { component: 'sshd' }, '', 'node'],
    ['a service of Talos', { component: 'machined' }, '', 'node'],
    ['a network plugin on its node', { component: 'calico' }, '', 'node'],
    ['a network plugin in its pod', { component: 'calico', pod: 'calico-node-x7k2p' }, '', 'application'],
    ['a syslog file', {}, 'host/var/log/syslog.1.gz', 'node'],
    ['an auth.log', {}, 'auth.log', 'node'],
    ['a file that nobody knows', {}, 'export/output.log', null],
    ['a namespace alone', { namespace: 'shop' }, 'shop/list.json', null],
  ])('%s', (_title, place, path, type) => {
    expect(typeOfPlace({ ...NOWHERE, ...place }, path)).toBe(type);
  });
});
