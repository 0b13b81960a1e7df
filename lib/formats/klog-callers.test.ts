import { expect, test } from 'vitest';
import { programOfCaller, programOfPackage } from './klog-callers';

test('a source file tells its program, with a folder or without', () => {
  expect(programOfCaller('pod_workers.go:951')).toBe('kubelet');
  expect(programOfCaller('scheduler/schedule_one.go:12')).toBe('kube-scheduler');
  expect(programOfCaller('crd_finalizer.go')).toBe('kube-apiserver');
});

test('a logger tells it where the file alone does not', () => {
  expect(programOfCaller('router.go:191', 'template')).toBe('openshift-router');
  expect(programOfCaller('router.go:191')).toBeNull();
  expect(programOfCaller('router.go:191', 'cart')).toBeNull();
});

test('a file that many programs have tells nothing', () => {
  for (const caller of ['main.go:1', 'httplog.go:5', 'reflector.go:7', 'server.go:3', '', 'constructor:1']) {
    expect(programOfCaller(caller)).toBeNull();
  }
});

test('a package tells its program', () => {
  expect(programOfPackage('etcdserver/util.go:170')).toBe('etcd');
  expect(programOfPackage('go.etcd.io/etcd/server/v3/embed/etcd.go:9')).toBe('etcd');
  expect(programOfPackage('rafthttp')).toBe('etcd');
  expect(programOfPackage('shop/cart.go:7')).toBeNull();
  expect(programOfPackage('wal.go:7')).toBeNull();
});
