/**
 * Ends of flows, as clauses of the query language. Networks that are nobody's on the internet: RFC 1918, RFC 6598, loopback,
 * link-local, multicast and their like of IPv6.
 */
const INSIDE_NETWORKS =
  '10.0.0.0/8 or 172.16.0.0/12 or 192.168.0.0/16 or 100.64.0.0/10 or 127.0.0.0/8 or 169.254.0.0/16 or 224.0.0.0/3 or fc00::/7 or fe80::/10 or ff00::/8 or ::1';

/** To an address on the internet. */
export const TO_OUTSIDE = `dst_ip:* -dst_ip:(${INSIDE_NETWORKS})`;

/** From an address within. */
export const FROM_INSIDE = `src_ip:(${INSIDE_NETWORKS})`;

/**
 * From a client to a service: logs have a record of each direction, and an answer goes to a port that the client was given
 * (Linux, IANA: from 32768).
 */
export const TO_A_SERVICE = 'dst_port<32768';

/** What logs call a flow that was not let through. */
export const DENIED = 'verdict:(dropped or drop or denied or deny or rejected or reject or blocked or block)';
