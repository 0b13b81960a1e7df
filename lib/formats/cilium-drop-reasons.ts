/** Reasons that flows before version 1.10 give by number only (Cilium, api/v1/flow/flow.proto, DropReason). */
const NAMES: ReadonlyMap<number, string> = new Map([
  [130, 'INVALID_SOURCE_MAC'],
  [132, 'INVALID_SOURCE_IP'],
  [133, 'POLICY_DENIED'],
  [134, 'INVALID_PACKET_DROPPED'],
  [135, 'CT_TRUNCATED_OR_INVALID_HEADER'],
  [137, 'CT_UNKNOWN_L4_PROTOCOL'],
  [139, 'UNSUPPORTED_L3_PROTOCOL'],
  [140, 'MISSED_TAIL_CALL'],
  [142, 'UNKNOWN_L4_PROTOCOL'],
  [151, 'STALE_OR_UNROUTABLE_IP'],
  [155, 'CT_MAP_INSERTION_FAILED'],
  [158, 'SERVICE_BACKEND_NOT_FOUND'],
  [163, 'UNKNOWN_CONNECTION_TRACKING_STATE'],
  [166, 'UNSUPPORTED_L2_PROTOCOL'],
  [167, 'NO_MAPPING_FOR_NAT_MASQUERADE'],
  [169, 'FIB_LOOKUP_FAILED'],
  [171, 'INVALID_IDENTITY'],
  [177, 'DENIED_BY_LB_SRC_RANGE_CHECK'],
  [181, 'POLICY_DENY'],
  [189, 'AUTH_REQUIRED'],
]);

/** The name of a drop reason, or words with its number where it has none here. */
export function dropReasonName(number: number): string {
  return NAMES.get(number) ?? `drop reason ${number}`;
}
