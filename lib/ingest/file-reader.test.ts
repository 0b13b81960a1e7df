import { describe, expect, test } from 'vitest';
import { readFileText } from './test-file';

describe('a document', () => {
  test('of a YAML list gives what follows the items to the last of them', async () => {
    const text = [
      '---',
      'apiVersion: v1',
      'items:',
      '- apiVersion: v1',
      '  kind: Event',
      '  involvedObject:',
      '    kind: Pod',
      '    name: cart-0',
      '    namespace: shop',
      '  reason: Killing',
      '  message: stopping',
      '  type: Normal',
      '  lastTimestamp: "2024-05-06T07:08:09Z"',
      'kind: EventList',
      'metadata:',
      '  continue: ""',
      '',
    ].join('\n');
    const { events, counts } = await readFileText('events.yaml', text);
    expect(events.map(({ format, type, lines }) => [format, type, lines])).toEqual([
      ['kubernetes-event', 'control-plane', 16],
    ]);
    expect(counts).toMatchObject({ lines: 16, linesRead: 16, unparsed: 0, plain: 0 });
  });
});

describe('lines', () => {
  test('whose severity was read are not plain, though their format may hold another', async () => {
    const text = '2024-05-06T07:08:09Z [INFO] ready\n2024-05-06T07:08:10Z something else\n';
    expect((await readFileText('app.log', text)).counts).toMatchObject({ lines: 2, plain: 1, unparsed: 0 });
  });

  test('of a file with a byte order mark are read from the first on', async () => {
    const { events } = await readFileText('app.log', '\ufeff{"level":"warn","msg":"first"}\n{"msg":"second"}\n');
    expect(events.map(({ message, format }) => [message, format])).toEqual([
      ['first', 'json'],
      ['second', 'json'],
    ]);
  });

  test('behind NULs that a disk left are read, and count as the lines that they are', async () => {
    const text = Buffer.from(`{"msg":"first"}\n${'\0'.repeat(300)}{"msg":"second"}\n${'\0'.repeat(5)}\n`);
    const { events, counts } = await readFileText('app.log', text);
    expect(events.map(({ message, lines }) => [message, lines])).toEqual([
      ['first', 1],
      ['second', 1],
      ['\ufffd'.repeat(5), 1],
    ]);
    expect(counts).toMatchObject({ lines: 3, linesRead: 3 });
  });

  test('of UTF-8 stay so between bytes that are neither', async () => {
    const parts = [
      Buffer.alloc(40, 0xff),
      Buffer.from('Zürich 1\n'),
      Buffer.alloc(40, 0xff),
      Buffer.from('\nZürich 2\n'),
    ];
    const { events } = await readFileText('app.log', Buffer.concat([Buffer.from('Zürich 0\n'), ...parts]));
    expect(events.map(({ message }) => message)).toEqual(expect.arrayContaining(['Zürich 0', 'Zürich 2']));
  });

  test('of a container are an application’s, even in a file that is named like a unit', async () => {
    const text = '{"log":"ready\\n","stream":"stdout","time":"2024-05-06T07:08:09Z"}\n';
    const { events } = await readFileText('docker.log', text);
    expect(events[0]).toMatchObject({ type: 'application', unit: null, component: null });
  });
});

describe('a record', () => {
  test('has the severity of its content rather than that of the journal around it', async () => {
    const entry = {
      __REALTIME_TIMESTAMP: '1714979289000001',
      SYSLOG_IDENTIFIER: 'cart',
      PRIORITY: '6',
      MESSAGE: '{"time":"2024-05-06T07:08:09Z","level":"error","message":"gone"}',
    };
    const { events } = await readFileText('journal.json', `${JSON.stringify(entry)}\n`);
    expect(events[0]).toMatchObject({ severity: 'error', message: 'gone' });
    const { events: plain } = await readFileText('journal.json', `${JSON.stringify({ ...entry, MESSAGE: 'up' })}\n`);
    expect(plain[0]).toMatchObject({ severity: 'info', message: 'up' });
  });

  test('of a journal is a program’s trace, and ends where another program writes', async () => {
    const text = [
      'Mar 21 14:51:17 node-a shop[9]: Traceback (most recent call last):',
      'Mar 21 14:51:17 node-a shop[9]:   File "/app/cart.py", line 3, in open',
      'Mar 21 14:51:17 node-a shop[9]: OSError: no disk',
      'Mar 21 14:51:17 node-a sudo:   alice : TTY=pts/0 ; COMMAND=/bin/ls',
      'Mar 21 14:51:17 node-a sudo:   bob : TTY=pts/1 ; COMMAND=/bin/id',
      'Mar 21 14:51:17 node-a  -- root[24]: ROOT LOGIN',
      '',
    ].join('\n');
    const { events } = await readFileText('journal.log', text);
    expect(events.map(({ message, lines }) => [message, lines])).toEqual([
      [
        'OSError: no disk\nTraceback (most recent call last):\n  File "/app/cart.py", line 3, in open\nOSError: no disk',
        3,
      ],
      ['alice ran /bin/ls', 1],
      ['bob ran /bin/id', 1],
      [expect.stringContaining('ROOT LOGIN'), 1],
    ]);
  });

  test('of a recovered panic holds the panic that is told again below its stack', async () => {
    const text = [
      'E0101 00:00:03.700000       1 runtime.go:79] Observed a panic: no cart',
      'goroutine 55 [running]:',
      'main.open({0x1, 0x2})',
      '\t/app/cart.go:75 +0x85',
      'panic: no cart [recovered]',
      '\tpanic: no cart',
      '',
      'goroutine 55 [running]:',
      'main.main()',
      '\t/app/main.go:3 +0x1',
      '',
    ].join('\n');
    const { events } = await readFileText('app.log', text);
    expect(events.map(({ severity, lines }) => [severity, lines])).toEqual([['error', 10]]);
  });
});

test('a klog value of several lines and the pairs behind it are read', async () => {
  const text = [
    'E0101 00:00:00.000001       1 pod_workers.go:12] "Error syncing pod" err=<',
    '\tfailed to start "cart":',
    '\tback-off',
    ' > pod="shop/cart-0" podUID="6f1c"',
    '',
  ].join('\n');
  const { events } = await readFileText('kubelet.log', text);
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    namespace: 'shop',
    pod: 'cart-0',
    attributes: { err: 'failed to start "cart":\nback-off', podUID: '6f1c' },
  });
});

test('a line with a time of its own continues no record, even inside an envelope', async () => {
  const text = [
    '2024-05-06T07:08:09.000000001Z stderr F 2024-05-06 07:08:09.001 UTC [12] no cart',
    '2024-05-06T07:08:09.000000002Z stderr F 2024-05-06 07:08:09.001 UTC [12] SELECT 1',
    '2024-05-06T07:08:09.000000003Z stderr F \tFROM carts',
    '',
  ].join('\n');
  const { events } = await readFileText('0.log', text);
  expect(events.map(({ message }) => message)).toEqual(['[12] no cart', '[12] SELECT 1\n\tFROM carts']);
});

test('containers side by side continue their own records only', async () => {
  const text = [
    '[pod/cart-0/web] java.io.IOException: no disk',
    '[pod/db-0/db] java.lang.Error: no cart',
    '[pod/cart-0/web] \tat shop.Disk.read(Disk.java:7)',
    '[pod/db-0/db] \tat shop.Cart.open(Cart.java:3)',
    '',
  ].join('\n');
  const { events, counts } = await readFileText('logs.txt', text);
  expect(events.map(({ pod, message, lines }) => [pod, message, lines])).toEqual([
    ['cart-0', 'java.io.IOException: no disk\n\tat shop.Disk.read(Disk.java:7)', 2],
    ['db-0', 'java.lang.Error: no cart\n\tat shop.Cart.open(Cart.java:3)', 2],
  ]);
  expect(counts).toMatchObject({ lines: 4, linesRead: 4 });
});

test('a thousand containers side by side are read within bounds', async () => {
  const lines = Array.from({ length: 1000 }, (_, index) => `[pod/cart-${index}/web] ready`);
  const { events, counts } = await readFileText('logs.txt', `${lines.join('\n')}\n`);
  expect(events.map(({ pod }) => pod)).toEqual(lines.map((_, index) => `cart-${index}`));
  expect(counts).toMatchObject({ lines: 1000, linesRead: 1000 });
});

test('a prefix tells whose line it is, and so its type', async () => {
  const text =
    '[pod/kube-apiserver-node-a/kube-apiserver] I0506 07:08:09.000001       1 a.go:1] up\n[pod/cart-0/web] up\n';
  const { events } = await readFileText('logs.txt', text);
  expect(events.map(({ type, pod }) => [type, pod])).toEqual([
    ['control-plane', 'kube-apiserver-node-a'],
    ['application', 'cart-0'],
  ]);
});

test('banners tell whose lines stand between them, the last one included', async () => {
  const text = [
    '==== START logs for container etcd of pod kube-system/etcd-node-a ====',
    'I0506 07:08:09.000001       1 a.go:1] up',
    '==== END logs for container etcd of pod kube-system/etcd-node-a ====',
    'nobody says',
    '',
  ].join('\n');
  const { events } = await readFileText('logs.txt', text);
  expect(events.map(({ type, pod }) => [type, pod])).toEqual([
    ['control-plane', 'etcd-node-a'],
    ['control-plane', 'etcd-node-a'],
    ['control-plane', 'etcd-node-a'],
    ['application', null],
  ]);
});

test('a manifest by itself is a document; in a list or a dump it is an object of the cluster', async () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: cart-0\n  creationTimestamp: "2024-05-06T07:08:09Z"\n';
  const list = `apiVersion: v1\nkind: List\nitems:\n${pod.replace(/^/gm, '  ').replace('  api', '- api').trimEnd()}\n`;
  const formats = async (path: string, text: string) =>
    (await readFileText(path, text)).events.map(({ format }) => format);
  expect(await formats('deploy/cart.yaml', pod)).toEqual(['document']);
  expect(await formats('all.yaml', list)).toEqual(['kubernetes-object']);
  expect(await formats('dump/namespaces/shop/pods/cart-0/cart-0.yaml', pod)).toEqual(['kubernetes-object']);
});

test('a line that no format reads is of the type of those before it, where its place says nothing', async () => {
  const flow = '2 123456789010 eni-1 192.0.2.7 198.51.100.9 443 49152 6 20 4249 1418530010 1418530070 ACCEPT OK';
  const text = `${flow}\nhalf a li\n${flow}\n`;
  const { events, counts } = await readFileText('flows.txt', text);
  expect(events.map(({ type, format }) => [type, format])).toEqual([
    ['network', 'aws-vpc-flow'],
    ['network', 'plain'],
    ['network', 'aws-vpc-flow'],
  ]);
  expect(counts.unparsed).toBe(1);
});

test('lines of klog without a place are of the program that has such a source file', async () => {
  const text = [
    'I0506 07:08:09.000001    1234 server.go:407] "Kubelet version"',
    'I0506 07:08:09.000002    1234 pod_workers.go:951] "Error syncing pod, skipping"',
    'I0506 07:08:09.000003    1234 reflector.go:5] "Caches populated"',
  ].join('\n');
  const { events } = await readFileText('collected.txt', text);
  expect(events.map(({ type, component }) => [type, component])).toEqual([
    ['application', null],
    ['node', 'kubelet'],
    ['node', null],
  ]);
});
