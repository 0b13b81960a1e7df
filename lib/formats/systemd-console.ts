import type { Severity } from '@/lib/events';
import { NOT_MINE, READ, type TextFormat } from './format';
import { plainText } from './plain-text';
import { raiseSeverity } from './raise-severity';

const LINE_MAX = 1000;
/** `[  OK  ] Started …`, `[FAILED] Failed to start …`, and what a job that still runs is shown as. */
const STATUS = /^\[( {2}OK {2}|FAILED|DEPEND|TIME {1,3}|WARN {1,2}|INFO {1,2}|SKIP {1,2}|[ *]{6})\] (?=\S)/;
/** A job that has begun stands where the others have their brackets. */
const BEGUN = /^ {9}(?:Starting|Mounting|Stopping|Activating|Unmounting|Reloading|Expecting) \S/;
const OPENING =
  /^(?:systemd \d{1,4}\b.{0,80} running in (?:system|user) mode|Detected (?:virtualization|architecture|first boot)\b|Queued start job for default target |Welcome to .{1,120}!$)/;
const UNIT =
  /(?:^|\s)([\w@:\\.-]{1,200}\.(?:service|scope|socket|timer|mount|automount|swap|path|slice|target|device))(?=$|[\s.:…])/;

const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ['FAILED', 'error'],
  ['DEPEND', 'error'],
  ['TIME', 'error'],
  ['WARN', 'warning'],
]);

export const systemdConsole: TextFormat = {
  name: 'systemd-console',
  title: 'systemd on a console',
  about: 'What a machine, or a container that runs systemd, shows while it boots: a status for each unit, and no time.',
  source: 'systemd, src/core/manager.c (manager_status_printf) and src/core/job.c (https://github.com/systemd/systemd)',
  type: 'node',
  reads: 'text',
  read(text, event) {
    const first = text.charAt(0);
    if (first !== '[' && first !== ' ' && !OPENING.test(text.slice(0, LINE_MAX))) return NOT_MINE;
    const head = text.slice(0, LINE_MAX);
    const status = first === '[' ? STATUS.exec(head) : null;
    if (first === '[' && status === null) return NOT_MINE;
    if (first === ' ' && !BEGUN.test(head)) return NOT_MINE;
    raiseSeverity(event, SEVERITIES.get(status?.[1]?.trim() ?? '') ?? 'info');
    event.component ??= 'systemd';
    event.unit ??= UNIT.exec(head)?.[1] ?? null;
    event.message = plainText(text.slice(status?.[0].length ?? 0).trim());
    return READ;
  },
  examples: [
    {
      text: '[  OK  ] Started containerd.service - containerd container runtime.',
      event: {
        severity: 'info',
        component: 'systemd',
        unit: 'containerd.service',
        message: 'Started containerd.service - containerd container runtime.',
      },
    },
    { text: '[FAILED] Failed to start Network Time Synchronization.', event: { severity: 'error', unit: null } },
    { text: '[DEPEND] Dependency failed for Local File Systems.', event: { severity: 'error' } },
    {
      text: '         Starting kubelet.service - kubelet: The Kubernetes Node Agent...',
      event: { unit: 'kubelet.service', message: 'Starting kubelet.service - kubelet: The Kubernetes Node Agent...' },
    },
    { text: 'systemd 252.33-1 running in system mode (+PAM +AUDIT)', event: { component: 'systemd' } },
    { text: 'Welcome to Example Linux 12!', event: { message: 'Welcome to Example Linux 12!' } },
    { text: '[OK] cart opened', event: null },
    { text: '         at shop.Cart.open(Cart.java:12)', event: null },
    { text: 'Welcome to the shop', event: null },
    { text: '[  OK  ] ', event: null },
  ],
};
