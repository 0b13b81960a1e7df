import { NOT_MINE, READ, type TextFormat } from './format';
import { cut } from './json-value';
import { raiseSeverity } from './raise-severity';

const PROGRAM = /^(?:.{0,32}\/)?(?:cron|crond|crontab|anacron|run-parts)$/i;
const LINE = /^\(([^\s)]{1,128})\) ([A-Za-z][A-Z a-z-]{1,40}) \(/;

export const cron: TextFormat = {
  name: 'cron',
  title: 'cron',
  about: 'Which command was run for whom, and whose table was changed; after the program’s name.',
  source: 'cronie-crond/cronie, log_it() in misc.c, and vixie-cron',
  type: null,
  reads: 'text',
  ofProgram: true,
  read(text, event) {
    if (event.component === null || text.charCodeAt(0) !== 40 || !PROGRAM.test(event.component)) return NOT_MINE;
    const match = LINE.exec(text.slice(0, 256));
    if (match === null) return NOT_MINE;
    event.message = text;
    event.user = match[1] ?? null;
    const action = match[2] ?? '';
    const detail = cut(
      text
        .slice(match[0].length)
        .replace(/\)\s*$/, '')
        .trim(),
    );
    event.setAttribute('cron.action', action);
    if (action === 'CMD') event.setAttribute('command', detail);
    const changed = /^(?:REPLACE|BEGIN EDIT|END EDIT|DELETE)$/.test(action);
    raiseSeverity(event, /denied|error|fail/i.test(action) ? 'warning' : changed ? 'notice' : 'info');
    return READ;
  },
  examples: [
    {
      told: { component: 'CRON' },
      text: '(root) CMD (   cd /srv && ./back-up --quiet)',
      event: {
        user: 'root',
        severity: 'info',
        attributes: { 'cron.action': 'CMD', command: 'cd /srv && ./back-up --quiet' },
      },
    },
    { told: { component: 'crontab' }, text: '(ann) REPLACE (ann)', event: { user: 'ann', severity: 'notice' } },
    { told: { component: 'crond' }, text: 'started', event: null },
    { text: '(root) CMD (ls)', event: null },
  ],
};
