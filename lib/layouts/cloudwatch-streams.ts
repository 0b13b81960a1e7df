import { splitPath } from './file-name';
import type { Layout } from './layout';

const STREAM =
  /^(kube-apiserver-audit|kube-apiserver|kube-controller-manager|kube-scheduler|cloud-controller-manager|authenticator)-[0-9a-f]{16,40}$/;

const CONTAINER_STREAM =
  /^(.{1,253})-application\.var\.log\.containers\.([^_/]{1,253})_([^_/]{1,63})_([^_/]{1,63})-[0-9a-f]{12,64}(?:\.log)?$/;

/** EKS names its log streams `<component>-<id>`; an export to S3 keeps the stream as a folder, a download as a file. */
export const cloudwatchStreams: Layout = {
  name: 'cloudwatch-streams',
  title: 'EKS log streams',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
  read(path) {
    const { folders, file } = splitPath(path);
    const names = [file.split('.')[0] ?? '', file, folders.at(-1) ?? ''];
    for (const name of names) {
      const component = STREAM.exec(name)?.[1];
      if (component !== undefined) return { component, cluster: clusterOf(folders) };
    }
    // CloudWatch Container Insights: one stream per container, named by its file.
    const insights = names.map((name) => CONTAINER_STREAM.exec(name)).find((match) => match !== null);
    const [, node, pod, namespace, container] = insights ?? [];
    return node && pod && namespace && container ? { node, namespace, pod, container, cluster: null } : null;
  },
  examples: [
    {
      path: `export/3f0a/ip-10-0-1-2.ec2.internal-application.var.log.containers.cart-0_shop_cart-${'0a1b2c3d'.repeat(8)}.log/000000.gz`,
      identity: { node: 'ip-10-0-1-2.ec2.internal', namespace: 'shop', pod: 'cart-0', container: 'cart' },
    },
    {
      path: 'export/3f0a/kube-apiserver-audit-0a1b2c3d4e5f60718293a4b5c6d7e8f9/000000.gz',
      identity: { component: 'kube-apiserver-audit' },
    },
    {
      path: 'aws/eks/prod/cluster/kube-scheduler-0a1b2c3d4e5f60718293a4b5c6d7e8f9.log',
      identity: { component: 'kube-scheduler', cluster: 'prod' },
    },
    { path: 'kube-scheduler-worker/000000.gz', identity: null },
  ],
};

/** The log group is `/aws/eks/<cluster>/cluster`. */
function clusterOf(folders: readonly string[]): string | null {
  const at = folders.lastIndexOf('eks');
  return at >= 0 && folders[at + 2] === 'cluster' ? (folders[at + 1] ?? null) : null;
}
