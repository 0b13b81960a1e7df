import { describe, expect, test } from 'vitest';
import { readFileText } from './test-file';

async function typesOf(path: string, text: string) {
  return (await readFileText(path, text)).events.map(({ type }) => type);
}

describe('a program of the control plane is known in a machine’s journal', () => {
  test.each([
    [
      'as a service of its own',
      'kube-apiserver[7]: I0506 07:08:09.123456       7 httplog.go:132] "HTTP"',
      'control-plane',
    ],
    [
      'by what it writes in a binary of several',
      'k3s[7]: I0506 07:08:09.123456    7 schedule_one.go:12] "Bound"',
      'control-plane',
    ],
    [
      'also with another logger',
      'k3s[7]: {"level":"warn","ts":"2024-05-06T07:08:09Z","caller":"etcdserver/util.go:1","msg":"slow"}',
      'control-plane',
    ],
    ['but not the kubelet beside it', 'k3s[7]: I0506 07:08:09.123456    7 kubelet.go:12] "SyncLoop ADD"', 'node'],
    [
      'nor what the kubelet has under the same name',
      'kubelet[7]: I0506 07:08:09.123456    7 preemption.go:12] "x"',
      'node',
    ],
    ['nor what systemd says of it', 'systemd[1]: Started etcd.service - the store.', 'node'],
  ])('%s', async (_title, line, type) => {
    expect(await typesOf('journal.log', `May 06 07:08:09 node-1 ${line}\n`)).toEqual([type]);
  });
});

describe('where no place is known, a place in the code tells the program, and its neighbours follow', () => {
  test.each([
    [
      'a store',
      [
        '{"level":"warn","ts":"2024-05-06T07:08:09Z","caller":"etcdserver/util.go:1","msg":"slow"}',
        '{"level":"warn","ts":"2024-05-06T07:08:09Z","caller":"x/y.go:1","msg":"slow"}',
      ],
      'control-plane',
    ],
    [
      'an older one',
      ['2024-05-06 07:08:09.123456 I | etcdserver: ready', '2024-05-06 07:08:09.123456 I | pkg/flags: x'],
      'control-plane',
    ],
    [
      'a scheduler in JSON',
      ['{"ts":1714979289123.4,"caller":"scheduler/schedule_one.go:1","msg":"x","v":0}'],
      'control-plane',
    ],
    [
      'a router',
      ['I0506 07:08:09.123456 1 template.go:437] router "msg"="starting router"', 'I0506 07:08:09.123456 1 x.go:1] y'],
      'network',
    ],
    [
      'a scheduler among the containers of a machine',
      [
        '{"log":"I0506 07:08:09.123456 1 schedule_one.go:1] x\\n","stream":"stderr","time":"2024-05-06T07:08:09.1Z"}',
        '{"log":"I0506 07:08:09.123456 1 x.go:1] y\\n","stream":"stderr","time":"2024-05-06T07:08:09.1Z"}',
      ],
      'control-plane',
    ],
    ['nobody', ['{"level":"warn","ts":"2024-05-06T07:08:09Z","caller":"shop/cart.go:1","msg":"slow"}'], 'application'],
  ])('%s', async (_title, lines, type) => {
    const id = '0a1b2c3d'.repeat(8);
    const path = lines[0]?.startsWith('{"log"') === true ? `containers/${id}/${id}-json.log` : 'output.txt';
    expect(await typesOf(path, `${lines.join('\n')}\n`)).toEqual(lines.map(() => type));
  });
});

describe('a web server before a cluster', () => {
  const request = '192.0.2.7 - - [06/May/2024:07:08:09 +0000] "GET / HTTP/1.1" 200 1 "-" "curl"';
  test.each([
    ['through a machine’s syslog', 'messages', `May  6 07:08:09 node-1 nginx: ${request}`, 'network'],
    ['in its own folder', 'var/log/httpd/access_log', request, 'network'],
    ['in an ingress controller’s container', 'ingress-nginx-controller-5d78c9869d-x7k2p.log', request, 'network'],
    ['but in an application’s container it is that', 'shop-5d78c9869d-x7k2p.log', request, 'application'],
    ['and without a place it is an application’s', 'output.txt', request, 'application'],
  ])('%s', async (_title, path, line, type) => {
    expect(await typesOf(path, `${line}\n`)).toEqual([type]);
  });

  test('in the output of several pods', async () => {
    const text = [
      'ingress-nginx-controller-5d78c9869d-x7k2p controller I0506 07:08:09.123456 7 controller.go:190] reloaded',
      'shop-5d78c9869d-x7k2p shop I0506 07:08:09.123456 7 main.go:19] opened',
    ];
    expect(await typesOf('all.log', `${text.join('\n')}\n`)).toEqual(['network', 'application']);
  });

  test('what the controller itself says is network too', async () => {
    const line = 'I0506 07:08:09.123456       7 controller.go:190] "Backend successfully reloaded"\n';
    expect(await typesOf('ingress-nginx-controller-5d78c9869d-x7k2p.log', line)).toEqual(['network']);
  });
});
