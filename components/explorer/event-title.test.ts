import { expect, test } from 'vitest';
import type { EventAnswer } from '@/lib/interface';
import { cellText } from './cell-text';
import { eventTitle } from './event-title';

const event = (type: EventAnswer['type'], fields: EventAnswer['fields']): EventAnswer => ({
  id: '1',
  time: null,
  timeGuess: [],
  type,
  severity: null,
  message: 'the message',
  fields,
  source: { id: 's', path: 'a/b.log', line: 7, lines: 1 },
});

test.each([
  [{ user: 'ada', verb: 'create', resource: 'pods', name: 'web', namespace: 'shop' }, 'ada created pods “web” in shop'],
  [{ user: 'ada', verb: 'list', resource: 'secrets', status: 403 }, 'ada was refused to list secrets'],
  [{ user: 'ada', verb: 'get', path: '/healthz', status: 500 }, 'ada read /healthz, answered 500'],
  [{ user: 'ada', verb: 'create', resource: 'pods', subresource: 'exec', name: 'web' }, 'ada created pods/exec “web”'],
  [{ verb: 'get' }, 'the message'],
])('a request %j reads "%s"', (fields, title) => expect(eventTitle(event('audit', fields))).toBe(title));

test('a flow says who talked to whom and what became of it', () => {
  const fields = { src_pod: 'web', dst_ip: '10.0.0.9', dst_port: 5432, protocol: 'tcp', verdict: 'DROPPED' };
  expect(eventTitle(event('network', fields))).toBe('web to 10.0.0.9 port 5432 over tcp: dropped');
});

test('other events speak for themselves', () => {
  expect(eventTitle(event('node', { component: 'kubelet' }))).toBe('the message');
});

test('the place of an event is its pod, its user or its program', () => {
  expect(cellText(event('application', { namespace: 'shop', pod: 'web' }), 'where')).toBe('shop/web');
  expect(cellText(event('audit', { user: 'ada', pod: 'web' }), 'where')).toBe('ada');
  expect(cellText(event('node', { component: 'kubelet', node: 'n1' }), 'where')).toBe('kubelet · n1');
  expect(cellText(event('control-plane', { namespace: 'shop', pod: 'web', node: 'n1' }), 'where')).toBe('shop/web');
});

test('an end of a flow is its pod, else its address, with the port', () => {
  expect(cellText(event('network', { src_namespace: 'shop', src_pod: 'web', src_port: 80 }), 'from')).toBe(
    'shop/web:80',
  );
  expect(cellText(event('network', { dst_ip: 'fd00::1', dst_port: 53 }), 'to')).toBe('[fd00::1]:53');
});

test('a field that no event has is an empty cell', () => {
  expect(cellText(event('node', {}), 'constructor')).toBe('');
  expect(cellText(event('node', {}), 'file')).toBe('a/b.log:7');
});
