import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type TextFormat } from './format';
import { raiseSeverity } from './raise-severity';

/**
 * What the programs called su say. The groups are named by whom they are about.
 */
const SHAPES: readonly RegExp[] = [
  /^(?<failed>FAILED|Successful) su for (?<target>\S{1,128}) by (?<user>\S{1,128})/,
  /^(?<failed>FAILED SU )?\(to (?<target>[^\s)]{1,128})\) (?<user>\S{1,128}) on (?<tty>\S{1,64})/,
  /^(?<failed>[+-]) (?<tty>\S{1,64}) (?<user>[^\s:]{1,128})[:-](?<target>\S{1,128})$/,
  /^(?<failed>BAD SU )?(?<user>\S{1,128}) to (?<target>\S{1,128}) on (?<tty>\S{1,64})/,
];

export const su: TextFormat = {
  name: 'su',
  title: 'su',
  about: 'Who became whom, or tried to; after the program’s name.',
  source: 'shadow-maint/shadow, src/su.c; util-linux/util-linux, login-utils/su-common.c; FreeBSD, usr.bin/su/su.c',
  type: null,
  reads: 'text',
  ofProgram: true,
  read(text, event) {
    if (event.component !== 'su' || text.length > 1024) return NOT_MINE;
    for (const shape of SHAPES) {
      const groups = shape.exec(text)?.groups;
      if (groups === undefined) continue;
      fill(groups, event);
      event.message = text;
      return READ;
    }
    return NOT_MINE;
  },
  examples: [
    {
      told: { component: 'su' },
      text: 'Successful su for root by ann',
      event: { user: 'ann', decision: 'allow', severity: 'notice', attributes: { 'target.user': 'root' } },
    },
    {
      told: { component: 'su' },
      text: 'FAILED SU (to root) ann on pts/1',
      event: {
        user: 'ann',
        decision: 'forbid',
        severity: 'warning',
        attributes: { 'target.user': 'root', tty: 'pts/1' },
      },
    },
    { told: { component: 'su' }, text: '(to root) ann on none', event: { user: 'ann', decision: 'allow' } },
    { told: { component: 'su' }, text: '- /dev/pts/1 ann:root', event: { user: 'ann', decision: 'forbid' } },
    { told: { component: 'su' }, text: 'BAD SU ann to root on /dev/ttyp0', event: { user: 'ann', decision: 'forbid' } },
    { told: { component: 'su' }, text: 'nothing of the kind', event: null },
    { text: 'Successful su for root by ann', event: null },
  ],
};

function fill(groups: Record<string, string | undefined>, event: LogEvent): void {
  const { failed, user, target, tty } = groups;
  const refused = failed !== undefined && failed !== 'Successful' && failed !== '+';
  event.user = user ?? null;
  event.setAttribute('target.user', target);
  event.setAttribute('tty', tty);
  event.decision = refused ? 'forbid' : 'allow';
  raiseSeverity(event, refused ? 'warning' : 'notice');
}
