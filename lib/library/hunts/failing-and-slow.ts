import type { ReadyHunt } from '../ready-hunt';

export const failingAndSlow: ReadyHunt = {
  name: 'failing-and-slow',
  title: 'Requests that fail or are slow',
  hypothesis: 'A service fails or slows down: by load, by a dependency, or because somebody floods it.',
  type: 'application',
  tactics: ['Impact'],
  techniques: ['T1498', 'T1499'],
  lookFor:
    'Whether all paths fail or one, whether there are more requests than at other times, and from how many addresses.',
  falsePositives: 'Releases and restarts, which fail for a minute; reports and exports, which are slow by nature.',
  next: [
    { title: 'Errors of the workload', q: 'type:application container:"NAME" severity>=error | count by pattern' },
    { title: 'Who asks most', q: 'type:(application or network) path:* | count by src_ip, user_agent' },
  ],
  steps: [
    {
      title: 'Paths that failed five times or more',
      types: ['application', 'network'],
      q: 'type:(application or network) status>=500 path:* | count, distinct src_ip, min time, max time by path, status | where count>=5',
      needs: { fields: ['status', 'path'] },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [{ type: 'network', fields: { path: '/cart', status: 502 } }],
      misses: [{ type: 'network', fields: { path: '/cart', status: 404 } }],
    },
    {
      title: 'Paths by their slowest twentieth',
      types: ['application', 'network'],
      q: 'type:(application or network) path:* duration:* | count, p50 duration, p95 duration, max duration by path | where count>=20 and p95_duration_ms>=1000 | sort -p95_duration_ms',
      needs: { fields: ['path', 'duration_ms'] },
      onSample: { lastDay: 1, quietDays: 1, because: 'the checkout, which waits for the bank' },
      hits: [{ type: 'network', fields: { path: '/report', duration_ms: 4000 } }],
      misses: [{ type: 'network', fields: { path: '/report' } }],
    },
    {
      title: 'Requests over time, by how they were answered',
      types: ['application', 'network'],
      q: 'type:(application or network) status:* path:* | timeline by status',
      needs: { fields: ['status'] },
      chart: 'bars',
      onSample: { lastDay: 106, quietDays: 160, because: 'the shop is visited' },
      hits: [{ type: 'network', fields: { path: '/cart', status: 200 } }],
      misses: [{ type: 'application', message: 'no request' }],
    },
  ],
};
