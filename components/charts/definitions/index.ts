import type { LogType } from '@/lib/events';
import { bytesByPair } from './bytes-by-pair';
import type { ChartDefinition } from './chart-definition';
import { controlPlaneErrors } from './control-plane-errors';
import { deniedByPair } from './denied-by-pair';
import { dnsNames } from './dns-names';
import { errorsByWorkload } from './errors-by-workload';
import { exhaustion } from './exhaustion';
import { logins } from './logins';
import { ports } from './ports';
import { refusalsByUser } from './refusals-by-user';
import { requestRate } from './request-rate';
import { responseTimes } from './response-times';
import { schedulingFailures } from './scheduling-failures';
import { serviceMap } from './service-map';
import { severityByUnit } from './severity-by-unit';
import { slowRequests } from './slow-requests';
import { sourceAddresses } from './source-addresses';
import { statusClasses } from './status-classes';
import { topTalkers } from './top-talkers';
import { userAgents } from './user-agents';
import { verbByResource } from './verb-by-resource';
import { writesByUser } from './writes-by-user';

/** Every chart of a type's page, in the order in which they stand there. */
export const CHARTS: readonly ChartDefinition[] = [
  ...[errorsByWorkload, responseTimes, requestRate, statusClasses],
  ...[severityByUnit, exhaustion, logins],
  ...[controlPlaneErrors, schedulingFailures, slowRequests],
  ...[verbByResource, refusalsByUser, writesByUser, sourceAddresses, userAgents],
  ...[serviceMap, bytesByPair, deniedByPair, topTalkers, ports, dnsNames],
];

export function chartsOfType(type: LogType): readonly ChartDefinition[] {
  return CHARTS.filter((chart) => chart.type === type);
}
