import { splitPath } from './file-name';
import type { Layout } from './layout';

const STREAM =
  /^(kube-apiserver-audit|kube-apiserver|kube-controller-manager|kube-scheduler|cloud-controller-manager|authenticator)-[0-9a-f]{16,40}$/;

/** EKS names its log streams `<component>-<id>`; an export to S3 keeps the stream as a folder, a download as a file. */
export const cloudwatchStreams: Layout = {
  name: 'cloudwatch-streams',
  title: 'EKS log streams',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
  read(path) {
    const { folders, file } = splitPath(path);
    const names = [file.split('.')[0] ?? '', folders.at(-1) ?? ''];
    for (const name of names) {
      const component = STREAM.exec(name)?.[1];
      if (component !== undefined) return { component, cluster: clusterOf(folders) };
    }
    return null;
  },
  examples: [
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
