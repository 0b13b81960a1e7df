import { splitPath } from './file-name';
import type { Layout } from './layout';

/** `08:00:00_08:59:59_S0.json`, with what stands for the colons where file systems have none. */
const HOUR = /^\d\d(?:[:_-]|%3A)\d\d(?:[:_-]|%3A)\d\d[_-]\d\d(?:[:_-]|%3A)\d\d(?:[:_-]|%3A)\d\d_[A-Z]\d{1,3}\.json/i;

/** GKE's control plane writes under short names. */
const CONTROL_PLANE: ReadonlyMap<string, string> = new Map([
  ['apiserver', 'kube-apiserver'],
  ['scheduler', 'kube-scheduler'],
  ['controller-manager', 'kube-controller-manager'],
]);

/** A Cloud Logging sink to a bucket: `<log>/yyyy/mm/dd/<from>_<to>_S<shard>.json`, a log's name with its service before it. */
export const gcsSink: Layout = {
  name: 'gcs-sink',
  title: 'Google Cloud Logging sink in a bucket',
  source: 'https://cloud.google.com/logging/docs/export/storage#gcs-organization',
  read(path) {
    const { folders, file } = splitPath(path);
    const [year = '', month = '', day = ''] = folders.slice(-3);
    const log = folders.at(-4);
    const dated = /^\d{4}$/.test(year) && /^\d\d$/.test(month) && /^\d\d$/.test(day);
    if (log === undefined || !dated || !HOUR.test(file)) return null;
    const service = folders.at(-5) ?? '';
    if (service === 'container.googleapis.com') return { component: CONTROL_PLANE.get(log) ?? log };
    if (service === 'cloudaudit.googleapis.com') return { component: 'cloudaudit' };
    // The streams of containers; which one is in each entry.
    return { component: log === 'stdout' || log === 'stderr' ? null : log };
  },
  examples: [
    { path: 'bucket/stderr/2024/01/02/08:00:00_08:59:59_S0.json', identity: { component: null } },
    {
      path: 'container.googleapis.com/apiserver/2024/01/02/08_00_00_08_59_59_S0.json',
      identity: { component: 'kube-apiserver' },
    },
    {
      path: 'compute.googleapis.com/vpc_flows/2024/01/02/08:00:00_08:59:59_S1.json',
      identity: { component: 'vpc_flows' },
    },
    {
      path: 'cloudaudit.googleapis.com/activity/2024/01/02/08:00:00_08:59:59_S0.json',
      identity: { component: 'cloudaudit' },
    },
    { path: 'stderr/2024/01/02/export.json', identity: null },
  ],
};
