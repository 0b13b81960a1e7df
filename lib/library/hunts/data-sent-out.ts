import { FROM_INSIDE, TO_OUTSIDE } from '../destinations';
import type { ReadyHunt } from '../ready-hunt';

export const dataSentOut: ReadyHunt = {
  name: 'data-sent-out',
  title: 'Data sent out',
  hypothesis: 'Somebody sends what he gathered to a machine of his.',
  type: 'network',
  tactics: ['Exfiltration'],
  techniques: ['T1041', 'T1048', 'T1567'],
  lookFor:
    'A hundred megabytes or more from one source to one address outside; an address that nobody else asks, or only since a day. The log must tell bytes: flow logs of clouds do, Hubble does not.',
  falsePositives:
    'Backups, which go to the same place each night; mirrors of images and packages; calls with a large body to a service that is known.',
  next: [
    {
      title: 'Since when, and how much at a time',
      q: 'type:network dst_ip:0.0.0.0 bytes:* | timeline 1h sum bytes, count by src_ip',
    },
    { title: 'Who was on the source at that time', q: 'type:node node:"NAME" | fields time, component, user, message' },
  ],
  steps: [
    {
      title: 'A hundred megabytes or more to one address outside',
      types: ['network'],
      q: `type:network bytes:* ${TO_OUTSIDE} ${FROM_INSIDE} -direction:ingress | sum bytes, count, min time, max time by src_ip, dst_ip, dst_port | where sum_bytes>=100MB | sort -sum_bytes`,
      needs: { fields: ['bytes', 'dst_ip'] },
      onSample: { lastDay: 2, quietDays: 6, because: 'the backup of each night' },
      hits: [
        {
          type: 'network',
          fields: { src_ip: '10.0.0.9', dst_ip: '203.0.113.9', bytes: 160_000_000, direction: 'egress' },
        },
      ],
      misses: [
        { type: 'network', fields: { src_ip: '10.0.0.9', dst_ip: '10.0.0.7', bytes: 160_000_000 } },
        { type: 'network', fields: { src_ip: '10.0.0.9', dst_ip: '203.0.113.9' } },
      ],
    },
    {
      title: 'Bytes to the outside over time',
      types: ['network'],
      q: `type:network bytes:* ${TO_OUTSIDE} ${FROM_INSIDE} -direction:ingress | timeline sum bytes by src_ip`,
      needs: { fields: ['bytes', 'dst_ip'] },
      chart: 'lines',
      onSample: { lastDay: 246, quietDays: 248, because: 'what the shop sends to its customers and partners' },
      hits: [{ type: 'network', fields: { src_ip: '10.0.0.9', dst_ip: '203.0.113.9', bytes: 10 } }],
      misses: [
        { type: 'network', fields: { src_ip: '10.0.0.9', dst_ip: '203.0.113.9', bytes: 10, direction: 'ingress' } },
      ],
    },
  ],
};
