import { auditValue, sameAuditValue } from './audit-values.mjs';
import { parseList } from './json-list.mjs';

/**
 * What go-libaudit's parser makes of single records: a JSON array of `{ record_type, raw_msg, sequence, data }`, the record's
 * text without its type.
 * @type {import('./truth-kind.mjs').TruthKind}
 */
export const auditRecords = {
  name: 'audit records',
  about: 'every field of single Linux audit records, as a parser of another project reads them',
  files: /\.golden$/,
  read({ text }) {
    const items = parseList(text);
    if (items === null || !items.some((item) => item?.raw_msg !== undefined && item.data !== undefined)) return null;
    return items.filter((item) => item !== null).map(statementOf);
  },
  ours(field, event, { fields }) {
    if (field === 'time') return event.time;
    if (field === 'type') return String(event.fields['audit.type']).toLowerCase();
    if (field === 'sequence') return event.fields['audit.serial'];
    if (field === 'keys') return event.fields.key;
    // Of an error the number is kept, and its name is the reason.
    if (field === 'exit' && /^E[A-Z]/.test(fields.exit)) return event.fields.reason;
    return auditValue(field, event.fields);
  },
  same: (field, theirs, ours) =>
    field === 'time' ? Date.parse(theirs) === Date.parse(ours) : sameAuditValue(field, theirs, ours),
};

function statementOf({ record_type: type, raw_msg: raw, sequence, keys, data, '@timestamp': time }) {
  const line = `type=${type.toUpperCase()} msg=${raw}`;
  const fields = { time, type, sequence: String(sequence), ...data };
  if (Array.isArray(keys)) fields.keys = keys.join(',');
  return { label: `${type} ${sequence}`, lines: [line], together: String(sequence), fields };
}
