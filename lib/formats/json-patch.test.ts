import { expect, test } from 'vitest';
import { objectOfPatch } from './json-patch';

test('what a patch adds and replaces is a piece of the object', () => {
  const patch = [
    { op: 'add', path: '/spec/template/spec/hostPID', value: true },
    { op: 'replace', path: '/spec/template/spec/containers/0/image', value: 'cart:2' },
    { op: 'add', path: '/spec/template/spec/containers/0/securityContext', value: { privileged: true } },
    { op: 'add', path: '/rules/-', value: { verbs: ['*'] } },
    { op: 'add', path: '/rules/-', value: { verbs: ['get'] } },
    { op: 'add', path: '/metadata/annotations/example.com~1a~0b', value: 'x' },
    { op: 'remove', path: '/spec/paused' },
  ];
  expect(objectOfPatch(patch)).toEqual({
    spec: {
      template: {
        spec: { hostPID: true, containers: [{ image: 'cart:2', securityContext: { privileged: true } }] },
      },
    },
    rules: [{ verbs: ['*'] }, { verbs: ['get'] }],
    metadata: { annotations: { 'example.com/a~b': 'x' } },
  });
});

test('what is no patch, or takes only away, is nothing', () => {
  for (const odd of [undefined, null, 'x', {}, [], [7, null, {}], [{ op: 'remove', path: '/a' }], [{ op: 'add' }]]) {
    expect(objectOfPatch(odd as never)).toBeNull();
  }
});

test('hostile paths do no harm', () => {
  const patch = [
    { op: 'add', path: '/__proto__/polluted', value: 1 },
    { op: 'add', path: '/a', value: 1 },
    { op: 'add', path: '/a/b', value: 2 },
    { op: 'add', path: '/x'.repeat(5000), value: 3 },
    { op: 'add', path: 'a', value: 4 },
  ];
  expect(objectOfPatch(patch)).toMatchObject({ a: { b: 2 } });
  expect({}).not.toHaveProperty('polluted');
});
