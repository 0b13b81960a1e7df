import { NOT_MINE, READ, type TextFormat } from './format';
import { raiseSeverity } from './raise-severity';

const NEW =
  /^New session ['"]?([\w-]{1,64})['"]? of user ['"]?([^\s'"]{1,128}?)['"]?(?: with class \S{1,64}.{0,64})?\.?$/;
const SESSION = /^(?:Removed session|Session) ['"]?([\w-]{1,64})['"]?(?:\.| )/;
const POWER = /^(?:System is (?:powering|rebooting|going)|Powering off|Rebooting|Power key|Suspend key|Lid )/i;

export const logind: TextFormat = {
  name: 'systemd-logind',
  title: 'systemd-logind',
  about: 'Sessions of people that begin and end, and who turned the machine off; after the program’s name.',
  source: 'systemd/systemd, src/login/logind-session.c',
  type: null,
  reads: 'text',
  ofProgram: true,
  read(text, event) {
    if (event.component !== 'systemd-logind') return NOT_MINE;
    const head = text.slice(0, 512);
    const opened = NEW.exec(head);
    const session = opened ?? SESSION.exec(head);
    const power = POWER.test(head);
    if (session === null && !power) return NOT_MINE;
    event.message = text;
    event.setAttribute('session', session?.[1]);
    if (opened !== null) {
      event.user = opened[2] ?? null;
      event.setAttribute('session.state', 'opened');
    } else if (head.startsWith('Removed')) event.setAttribute('session.state', 'closed');
    raiseSeverity(event, power ? 'notice' : 'info');
    return READ;
  },
  examples: [
    {
      told: { component: 'systemd-logind' },
      text: 'New session 12 of user ann.',
      event: { user: 'ann', severity: 'info', attributes: { session: '12', 'session.state': 'opened' } },
    },
    {
      told: { component: 'systemd-logind' },
      text: "New session '12' of user 'ann' with class 'user' and type 'tty'.",
      event: { user: 'ann' },
    },
    {
      told: { component: 'systemd-logind' },
      text: 'Removed session 12.',
      event: { attributes: { session: '12', 'session.state': 'closed' } },
    },
    { told: { component: 'systemd-logind' }, text: 'System is rebooting.', event: { severity: 'notice' } },
    { told: { component: 'systemd-logind' }, text: 'Watching system buttons', event: null },
    { text: 'New session 12 of user ann.', event: null },
  ],
};
