import type { Condition } from '../tally';

/** The ports that systems give to clients begin here (Linux, IANA), so what goes to one is an answer. */
const CLIENT_PORTS_FROM = 32_768;
/** From these ports services answer, as the load balancers' node ports do; address translation takes any other. */
const SERVICE_PORTS: readonly (readonly [number, number])[] = [
  [0, 1023],
  [6443, 6443],
  [8080, 8080],
  [8443, 8443],
  [30_000, 32_767],
];

/** That a flow goes from a client to a service, as far as its ports tell: many logs have a record for each direction. */
export const TO_A_SERVICE: readonly Condition[] = [
  { field: 'dst_port', test: (port) => port !== null && Number(port) < CLIENT_PORTS_FROM },
  { field: 'src_port', test: (port) => port === null || !isServicePort(Number(port)) },
];

/** Of a flow whose port of the service is known, the rest of the same in the query language. */
export const FROM_A_CLIENT_CLAUSE = `-src_port:(${SERVICE_PORTS.map(([low, high]) =>
  low === high ? `${low}` : `[${low} TO ${high}]`,
).join(' or ')})`;

/** The same in the query language. */
export const TO_A_SERVICE_CLAUSE = `dst_port<${CLIENT_PORTS_FROM} ${FROM_A_CLIENT_CLAUSE}`;

function isServicePort(port: number): boolean {
  return SERVICE_PORTS.some(([low, high]) => port >= low && port <= high);
}
