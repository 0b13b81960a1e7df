import { isAddress } from './addresses';
import { NOT_MINE, READ, type TextFormat } from './format';
import { cut } from './json-value';
import { raiseSeverity } from './raise-severity';

const FAILED =
  /^(?:FAILED LOGIN|TOO MANY LOGIN TRIES|LOGIN REFUSED|FAILED LOGIN SESSION)(?: \(?\d{1,6}\)?)?(?: (?:on|ON) '?(?<tty>[^\s']{1,64})'?)?(?: FROM '?(?<from>[^\s']{1,255})'?)? FOR '?(?<user>[^',]{1,128})'?,? ?(?<reason>.{0,128})/;
const ROOT = /^ROOT LOGIN +ON '?(?<tty>[^\s']{1,64})'?(?: FROM '?(?<from>[^\s']{1,255})'?)?/i;
const LOGIN = /^LOGIN ON (?<tty>\S{1,64}) BY (?<user>\S{1,128})(?: FROM (?<from>\S{1,255}))?/;

export const login: TextFormat = {
  name: 'login',
  title: 'login',
  about: 'Who logged in at a terminal of the machine, and who did not get in; after the program’s name.',
  source: 'util-linux/util-linux, login-utils/login.c; shadow-maint/shadow, src/login.c',
  type: null,
  reads: 'text',
  ofProgram: true,
  read(text, event) {
    if (event.component !== 'login' || text.length > 1024) return NOT_MINE;
    const failed = FAILED.exec(text);
    const root = ROOT.exec(text);
    const groups = (failed ?? root ?? LOGIN.exec(text))?.groups;
    if (groups === undefined) return NOT_MINE;
    event.message = text;
    event.user = root === null ? (groups.user ?? null) : 'root';
    event.setAttribute('tty', groups.tty);
    if (isAddress(groups.from ?? '')) event.srcIp = groups.from ?? null;
    else event.setAttribute('rhost', groups.from);
    event.decision = failed === null ? 'allow' : 'forbid';
    if (failed !== null) event.reason = cut(groups.reason ?? '') || 'failed login';
    raiseSeverity(event, failed === null ? (root === null ? 'info' : 'notice') : 'warning');
    return READ;
  },
  examples: [
    {
      told: { component: 'login' },
      text: "FAILED LOGIN (1) on '/dev/tty1' FOR 'ann', Authentication failure",
      event: {
        user: 'ann',
        decision: 'forbid',
        reason: 'Authentication failure',
        severity: 'warning',
        attributes: { tty: '/dev/tty1' },
      },
    },
    { told: { component: 'login' }, text: 'ROOT LOGIN ON tty1', event: { user: 'root', decision: 'allow' } },
    {
      told: { component: 'login' },
      text: 'LOGIN ON pts/1 BY ann FROM 192.0.2.7',
      event: { user: 'ann', srcIp: '192.0.2.7', decision: 'allow' },
    },
    { told: { component: 'login' }, text: 'pam_unix(login:session): session closed for user ann', event: null },
    { text: 'ROOT LOGIN ON tty1', event: null },
  ],
};
