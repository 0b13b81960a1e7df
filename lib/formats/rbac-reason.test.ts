import { expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { readRbacReason } from './rbac-reason';

function attributesOf(reason: string, user: string | null): Record<string, unknown> | null {
  const event = new LogEvent();
  event.user = user;
  const read = readRbacReason(reason, event);
  expect(read).toBe(event.attributes !== null);
  return event.attributes === null ? null : { ...event.attributes };
}

test('a binding of the cluster is told by its name and that of its role', () => {
  const reason = 'RBAC: allowed by ClusterRoleBinding "ops" of ClusterRole "cluster-admin" to User "ann"';
  expect(attributesOf(reason, 'ann')).toEqual({ 'rbac.binding': 'ops', 'rbac.role': 'cluster-admin' });
});

test('what belongs to a namespace says so', () => {
  const reason = 'RBAC: allowed by RoleBinding "till/shop" of Role "till" to ServiceAccount "cart/shop"';
  const names = { 'rbac.binding': 'RoleBinding/till/shop', 'rbac.role': 'Role/till' };
  expect(attributesOf(reason, 'system:serviceaccount:shop:cart')).toEqual(names);
});

test('the group that a request was allowed for is kept, and so is another user', () => {
  const to = (subject: string) => `RBAC: allowed by ClusterRoleBinding "b" of ClusterRole "r" to ${subject}`;
  expect(attributesOf(to('Group "system:masters"'), 'system:masters')).toMatchObject({
    'rbac.subject': 'Group/system:masters',
  });
  expect(attributesOf(to('User "bob"'), 'ann')).toMatchObject({ 'rbac.subject': 'User/bob' });
  expect(attributesOf(to('ServiceAccount "cart/other"'), 'system:serviceaccount:shop:cart')).toMatchObject({
    'rbac.subject': 'ServiceAccount/cart/other',
  });
});

test.each([
  '',
  'RBAC: allowed by',
  'no opinion',
  'RBAC: allowed by ClusterRoleBinding "b" of ClusterRole "r" to User "a\\"b"',
  'RBAC: allowed by ClusterRoleBinding "b" of ClusterRole "r" to User "ann", and more',
])('another sentence is left whole: %s', (reason) => {
  expect(attributesOf(reason, 'ann')).toBeNull();
});

test('a long hostile sentence takes linear time', () => {
  const reason = `RBAC: allowed by ClusterRoleBinding "${'" of ClusterRole "'.repeat(50_000)}`;
  const from = performance.now();
  expect(attributesOf(reason, 'ann')).toBeNull();
  expect(performance.now() - from).toBeLessThan(200);
});
