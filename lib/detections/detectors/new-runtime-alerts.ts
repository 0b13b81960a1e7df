import { attributeColumn } from '@/lib/columns';
import { SEVERITIES, type Severity, severityCode, severityFromCode } from '@/lib/events';
import type { FindingLevel } from '@/lib/interface';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { repeated, type TimelessEvent, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned } from '../first-seen';
import type { History, TimeSpan } from '../history';
import { confidenceOfNew, worst } from '../levels';
import { podsOf } from '../pods-of';
import { queryOf, queryOfAny } from '../query-of';
import type { Tally, TallyRow } from '../tally';
import { counted, lengthOf, listed } from '../words';
import { workloadOf } from '../workload-of';

const BUCKET_SECONDS = 600;
const RULE = 'rule';
/** Alerts that begin in so many places within a day do so because Falco was installed. */
const INSTALLED_PLACES = 6;
const [NODE, NAMESPACE, WORKLOAD, RULE_PLACE, SEVERITY] = [0, 1, 2, 3, 4] as const;

const ALERTS: Tally = {
  name: 'runtime-alerts',
  version: 1,
  types: ['node'],
  where: [
    { field: 'component', test: (component) => component === 'falco' },
    { field: attributeColumn(RULE), test: (rule) => rule !== null },
    { field: 'severity', test: (code) => Number(code) >= severityCode('notice') },
  ],
  by: [
    { field: 'node', optional: true },
    { field: 'namespace', optional: true },
    { field: 'pod', as: (pod) => workloadOf(String(pod).toLowerCase()), optional: true },
    { field: attributeColumn(RULE) },
    { field: 'severity' },
  ],
  bucketSeconds: BUCKET_SECONDS,
};

export const newRuntimeAlerts: Detector = {
  name: 'new-runtime-alerts',
  title: 'New alerts of the runtime',
  about:
    'Falco raised a rule that it had never raised in the two days or more before: anywhere, or, from priority Error on, for this workload or node. All new ones of a workload or node within a day are one finding; what is raised all along is not found.',
  falsePositives:
    'New rules, or a workload that was changed. Look at the command that the alert names and who began it.',
  types: ['node'],
  techniques: ['T1059', 'T1611'],
  tallies: [ALERTS],
  *detect(history) {
    const { rows } = history.tallied(ALERTS);
    const span = watchedSince(rows, history);
    const rules = firstsOf(rows, ({ key }) => key[RULE_PLACE] ?? '');
    const pairs = firstsOf(rows, (row) => `${placeOf(row)} ${row.key[RULE_PLACE]}`);
    const places = new Map<string, TallyRow[]>();
    for (const row of rows) {
      const rule = rules.get(row.key[RULE_PLACE] ?? '') ?? row.first;
      const here = pairs.get(`${placeOf(row)} ${row.key[RULE_PLACE]}`) ?? row.first;
      const isNew = isLearned(here, span) && row.first < here + DAY;
      const isNewAnywhere = isNew && isLearned(rule, span) && row.first < rule + DAY;
      if (isNewAnywhere || (isNew && severityOf(row) >= severityCode('error')))
        places.set(placeOf(row), [...(places.get(placeOf(row)) ?? []), row]);
    }
    for (const own of places.values())
      for (const episode of episodesOf(own, BUCKET_SECONDS, span)) yield finding(episode);
  },
  examples: [
    {
      says: 'after three days of shells in terminals, a pod changes namespaces and runs what it dropped',
      events: () =>
        together(
          repeated(alert('Terminal shell in container', 'notice'), 72, HOUR),
          repeated(alert('Drop and execute new binary in container', 'critical'), 2, MINUTE, MONDAY + 3 * DAY),
          repeated(alert('Change thread namespace', 'notice'), 1, MINUTE, MONDAY + 3 * DAY + HOUR),
        ),
      finds: [{ key: ['shop', 'web'], level: 'high', observed: 2, events: 3 }],
    },
    {
      says: 'the same rules every day, and a shell in another workload',
      events: () =>
        together(
          repeated(alert('Terminal shell in container', 'notice'), 30, 8 * HOUR),
          repeated(alert('Terminal shell in container', 'notice', 'cart-7d9c5b8f6-x2k4z'), 1, 1, MONDAY + 4 * DAY),
        ),
      finds: [],
    },
  ],
};

function alert(rule: string, severity: Severity, pod = 'web-7d9c5b8f6-x2k4z'): TimelessEvent {
  const fields = { component: 'falco', node: 'node-1', namespace: 'shop', pod };
  return { type: 'node', severity, fields, attributes: { [RULE]: rule } };
}

/** Since when Falco could have raised something: its own beginning where it was installed later than the rest. */
function watchedSince(rows: readonly TallyRow[], history: History): TimeSpan | null {
  const span = history.span('node');
  const began = rows.reduce((time, row) => Math.min(time, row.first), Number.POSITIVE_INFINITY);
  const early = new Set(rows.filter(({ first }) => first < began + DAY).map(placeOf));
  return span !== null && early.size >= INSTALLED_PLACES ? { ...span, from: began } : span;
}

function firstsOf(rows: readonly TallyRow[], nameOf: (row: TallyRow) => string): Map<string, number> {
  const firsts = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row);
    firsts.set(name, Math.min(row.first, firsts.get(name) ?? row.first));
  }
  return firsts;
}

/** A workload, or a node for what happens outside of pods: then it bears the name of Falco's own pod, or none. */
function placeOf({ key }: TallyRow): string {
  return isInPod(key) ? `${key[NAMESPACE]}/${key[WORKLOAD]}` : (key[NODE] ?? '');
}

function isInPod(key: readonly string[]): boolean {
  return Boolean(key[WORKLOAD]) && !/^falco(?:-|$)/.test(key[WORKLOAD] ?? '');
}

function severityOf({ key }: TallyRow): number {
  return Number(key[SEVERITY]);
}

function levelOf(row: TallyRow): FindingLevel {
  const severity = severityOf(row);
  if (severity >= severityCode('error')) return 'high';
  return severity >= severityCode('warning') ? 'medium' : 'low';
}

function finding({ rows, from, to, events, history }: Episode): Finding {
  const key = rows[0]?.key ?? [];
  const rules = [...new Set(rows.map((row) => row.key[RULE_PLACE] ?? ''))];
  const isPod = isInPod(key);
  const place = isPod ? `${key[NAMESPACE]}/${key[WORKLOAD]}` : key[NODE] || 'a node';
  return {
    key: isPod ? [key[NAMESPACE] ?? '', key[WORKLOAD] ?? ''] : [key[NODE] ?? ''],
    type: 'node',
    from,
    to,
    level: worst(rows.map(levelOf)),
    confidence: confidenceOfNew(history),
    title: `${place}: ${listed(rules)}`,
    reason: `Falco raised ${counted(rules.length, 'rule')} here that it had not raised in the ${lengthOf(history)} before, ${counted(events, 'time')}, as ${SEVERITIES[Math.max(...rows.map(severityOf)) - 1] ?? 'notice'} at most.`,
    observed: rules.length,
    expected: 0,
    history,
    query: `${queryOf({ component: 'falco' })} ${queryOfAny(rows.map(rowQuery))}`,
    events,
    subject: isPod ? { namespace: key[NAMESPACE] ?? '', workload: key[WORKLOAD] ?? '' } : { node: key[NODE] ?? '' },
    techniques: ['T1059', 'T1611'],
  };
}

function rowQuery({ key }: TallyRow): string {
  const severity = severityFromCode(Number(key[SEVERITY]));
  const place = queryOf({ node: key[NODE] ?? '', namespace: key[NAMESPACE] ?? '' });
  const pods = key[WORKLOAD] ? podsOf('pod', key[WORKLOAD]) : queryOf({ pod: null });
  return `${place} ${pods} ${queryOf({ [RULE]: key[RULE_PLACE] ?? '', severity })}`;
}
