import type { ReadyHuntAnswer } from '@/lib/interface';

/** A ready-made hunt, for tests. */
export const HUNT: ReadyHuntAnswer = {
  name: 'doors',
  title: 'Doors opened',
  hypothesis: 'Somebody opens doors.',
  type: 'audit',
  types: ['audit', 'network'],
  tactics: ['Initial Access'],
  techniques: ['T1133'],
  lookFor: 'Doors.',
  falsePositives: 'Windows.',
  next: [{ title: 'Who came in', q: 'type:network dst_port:0' }],
  canRun: true,
  missing: ['There are no network logs.'],
  steps: [
    {
      title: 'Doors by user',
      types: ['audit'],
      q: 'type:audit resource:services | count by user',
      chart: null,
      needs: { fields: [], auditLevel: 'Request' },
      canRun: true,
      missing: [],
    },
    {
      title: 'Who came',
      types: ['network'],
      q: 'type:network | timeline by dst_port',
      chart: 'bars',
      needs: { fields: ['dst_port'], auditLevel: null },
      canRun: false,
      missing: ['There are no network logs.'],
    },
  ],
};
