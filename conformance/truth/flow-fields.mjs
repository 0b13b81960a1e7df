import { parseList } from './json-list.mjs';

const OURS = {
  version: ({ fields }) => fields.version,
  'account-id': ({ fields }) => fields.account_id,
  'interface-id': ({ fields }) => fields.interface_id,
  srcaddr: ({ fields }) => fields.src_ip,
  dstaddr: ({ fields }) => fields.dst_ip,
  srcport: ({ fields }) => fields.src_port,
  dstport: ({ fields }) => fields.dst_port,
  protocol: ({ fields }) => fields.protocol,
  packets: ({ fields }) => fields.packets,
  bytes: ({ fields }) => fields.bytes,
  start: ({ time }) => time ?? undefined,
  end: ({ time, fields }) => new Date(Date.parse(time) + Number(fields.duration_ms)).toISOString(),
  action: ({ fields }) => fields.verdict,
  'log-status': ({ fields }) => fields.log_status,
};
const PROTOCOLS = { 1: 'icmp', 6: 'tcp', 17: 'udp' };

/**
 * Flow records of AWS that somebody parsed into documents for OpenSearch: a JSON array of `{ body, aws: { vpc } }`.
 * @type {import('./truth-kind.mjs').TruthKind}
 */
export const flowFields = {
  name: 'fields of flows',
  about: 'addresses, ports, counts and verdict of AWS flow records, against documents made of them',
  files: /\.json$/i,
  read({ text }) {
    const items = parseList(text);
    if (items === null || !items.some((item) => typeof item?.body === 'string' && item.aws?.vpc !== undefined))
      return null;
    return items
      .filter((item) => typeof item?.body === 'string' && item.aws?.vpc !== undefined)
      .map(({ body, aws: { vpc } }, place) => ({ label: `document ${place + 1}`, lines: [body], fields: texts(vpc) }));
  },
  ours: (field, event) => OURS[field]?.(event),
  same(field, theirs, ours) {
    if (field === 'start' || field === 'end')
      return Number(theirs) * 1000 === Date.parse(ours) || theirs === String(ours);
    if (field === 'protocol') return (PROTOCOLS[theirs] ?? theirs) === String(ours);
    return theirs.toLowerCase() === String(ours).toLowerCase();
  },
};

function texts(object) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, String(value)]));
}
