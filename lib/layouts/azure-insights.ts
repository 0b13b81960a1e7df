import { splitPath } from './file-name';
import type { Layout } from './layout';

const CONTAINER = 'insights-logs-';
const COMPONENTS: ReadonlyMap<string, string> = new Map([
  ['kube-audit', 'kube-apiserver'],
  ['kube-audit-admin', 'kube-apiserver'],
  ['networksecuritygroupflowevent', 'nsg-flow-logs'],
  ['flowlogflowevent', 'vnet-flow-logs'],
]);

/**
 * Storage containers that Azure Monitor writes: `insights-logs-<category>/resourceId=/SUBSCRIPTIONS/…/y=…/PT1H.json`. Azure
 * writes the resource's name in capitals; its names know no case.
 */
export const azureInsights: Layout = {
  name: 'azure-insights',
  title: 'Azure Monitor logs in a storage account',
  source: 'https://learn.microsoft.com/azure/azure-monitor/essentials/resource-logs#send-to-azure-storage',
  read(path) {
    const { folders, file } = splitPath(path);
    const container = folders.findLast((folder) => folder.startsWith(CONTAINER));
    const hourly = folders.some((folder) => /^h=\d\d$/.test(folder)) && /\.json/i.test(file);
    const resource = folders.findIndex((folder) => /^resourceId=/i.test(folder));
    if (resource < 0 && !(container !== undefined && hourly)) return null;
    const category = container?.slice(CONTAINER.length) ?? null;
    const at = folders.findIndex((folder) => folder.toLowerCase() === 'managedclusters');
    const cluster = at < 0 ? null : (folders[at + 1]?.toLowerCase() ?? null);
    return { cluster, component: category === null ? null : (COMPONENTS.get(category) ?? category) };
  },
  examples: [
    {
      path: 'insights-logs-kube-audit/resourceId=/SUBSCRIPTIONS/0A1B/RESOURCEGROUPS/LAB/PROVIDERS/MICROSOFT.CONTAINERSERVICE/MANAGEDCLUSTERS/PROD/y=2024/m=01/d=02/h=03/m=00/PT1H.json',
      identity: { cluster: 'prod', component: 'kube-apiserver' },
    },
    {
      path: 'insights-logs-kube-scheduler/resourceId=/SUBSCRIPTIONS/0A1B/RESOURCEGROUPS/LAB/PROVIDERS/MICROSOFT.CONTAINERSERVICE/MANAGEDCLUSTERS/PROD/y=2024/m=01/d=02/h=03/m=00/PT1H.json',
      identity: { cluster: 'prod', component: 'kube-scheduler' },
    },
    {
      path: 'insights-logs-flowlogflowevent/flowLogResourceID=/0A1B/y=2024/m=01/d=02/h=03/m=00/macAddress=0A1B2C3D4E5F/PT1H.json',
      identity: { component: 'vnet-flow-logs' },
    },
    { path: 'insights-logs-kube-audit/readme.txt', identity: null },
  ],
};
