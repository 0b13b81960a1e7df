import type { LogEvent, Severity } from '@/lib/events';
import { parseCount } from './addresses';
import { NOT_MINE, READ, type TextFormat } from './format';
import { cut } from './json-value';
import { raiseSeverity } from './raise-severity';

const UNIT = '[\\w@:.\\\\-]{1,250}\\.(?:service|scope|socket|timer|mount|automount|swap|path|slice|target|device)';
const ABOUT = new RegExp(`^(${UNIT}): `);
const JOB =
  /^(Starting|Started|Stopping|Stopped|Finished|Reloading|Reloaded|Reached target|Stopped target|Listening on|Closed|Mounting|Mounted|Unmounting|Unmounted|Created slice|Removed slice|Activating|Activated|Failed to start|Failed to mount|Dependency failed for|Condition check resulted in|Timed out|Startup finished)\b/;
const NAMED = new RegExp(`^(?:\\w+(?: \\w+){0,3}) (${UNIT}) - `);

/** How a unit fares, by how the sentence after its name begins. */
const FATES: readonly (readonly [RegExp, Severity])[] = [
  [/^A process of this unit has been killed by the OOM killer/, 'error'],
  [/^(?:Main|Control) process exited, code=(?:killed|dumped)/, 'error'],
  [/^(?:Main|Control) process exited, code=exited, status=0/, 'info'],
  [/^(?:Main|Control) process exited, /, 'warning'],
  [/^Failed with result '([\w-]{1,32})'/, 'error'],
  [/^Start request repeated too quickly/, 'error'],
  [/^Failed |^Unit entered failed state/, 'error'],
  [/^Scheduled restart job, restart counter is at (?:\d+)/, 'notice'],
  [/^(?:Watchdog timeout|State '.{1,40}' timed out|.{1,40} timed out\.)/, 'error'],
];

export const systemd: TextFormat = {
  name: 'systemd',
  title: 'systemd',
  about: 'Units that start, stop, fail or are killed for memory; after the program’s name.',
  source: 'systemd/systemd, src/core/unit.c, job.c and service.c',
  type: null,
  reads: 'text',
  ofProgram: true,
  read(text, event) {
    if (event.component !== 'systemd') return NOT_MINE;
    const head = text.slice(0, 512);
    const about = ABOUT.exec(head);
    if (about !== null) readFate(head.slice(about[0].length), event);
    else if (JOB.test(head))
      raiseSeverity(event, /^(?:Failed|Dependency failed|Timed out)/.test(head) ? 'error' : 'info');
    else return NOT_MINE;
    const unit = about?.[1] ?? NAMED.exec(head)?.[1];
    // The journal says `init.scope` of whatever systemd itself tells.
    if (unit !== undefined) event.unit = unit;
    event.message = text;
    return READ;
  },
  examples: [
    {
      told: { component: 'systemd' },
      text: 'kubelet.service: Main process exited, code=exited, status=1/FAILURE',
      event: {
        unit: 'kubelet.service',
        severity: 'warning',
        attributes: { 'exit.code': 'exited', 'exit.status': '1/FAILURE' },
      },
    },
    {
      told: { component: 'systemd' },
      text: "kubelet.service: Failed with result 'oom-kill'.",
      event: { unit: 'kubelet.service', severity: 'error', reason: 'oom-kill' },
    },
    {
      told: { component: 'systemd' },
      text: 'kubelet.service: Scheduled restart job, restart counter is at 12.',
      event: { severity: 'notice', attributes: { 'restart.counter': 12 } },
    },
    {
      told: { component: 'systemd' },
      text: 'Started kubelet.service - kubelet: The Kubernetes Node Agent.',
      event: { unit: 'kubelet.service', severity: 'info' },
    },
    {
      told: { component: 'systemd' },
      text: 'Failed to start containerd container runtime.',
      event: { severity: 'error' },
    },
    { told: { component: 'systemd' }, text: 'Detected virtualization kvm.', event: null },
    { text: 'kubelet.service: Succeeded.', event: null },
  ],
};

function readFate(sentence: string, event: LogEvent): void {
  for (const [opening, severity] of FATES) {
    const match = opening.exec(sentence);
    if (match === null) continue;
    raiseSeverity(event, severity);
    if (match[1] !== undefined) event.reason = match[1];
    break;
  }
  const exit = /, code=(\w{1,16}), status=([\w/-]{1,32})/.exec(sentence);
  event.setAttribute('exit.code', exit?.[1]);
  event.setAttribute('exit.status', exit === null ? null : cut(exit[2] ?? ''));
  event.setAttribute('restart.counter', parseCount(/restart counter is at (\d{1,9})/.exec(sentence)?.[1] ?? ''));
  raiseSeverity(event, 'info');
}
