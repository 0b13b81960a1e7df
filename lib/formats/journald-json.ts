import { type JsonObject, NOT_MINE, type ObjectFormat } from './format';
import { readJournalEntry } from './journal-entry';

/** systemd's journal as JSON: every value a text, bytes as an array of numbers, what is too long as null. */
export const journaldJson: ObjectFormat = {
  name: 'journald-json',
  title: 'systemd journal as JSON',
  about: 'journalctl -o json and what log shippers make of it. The message is read by the next format.',
  source: 'https://systemd.io/JOURNAL_EXPORT_FORMATS/',
  type: 'node',
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    if (object.MESSAGE === undefined) return NOT_MINE;
    if (!isJournal(object)) return NOT_MINE;
    return readJournalEntry(object, event, context);
  },
  examples: [
    {
      text: '{"__REALTIME_TIMESTAMP":"1714979289123456","_HOSTNAME":"node-1","_SYSTEMD_UNIT":"kubelet.service","SYSLOG_IDENTIFIER":"kubelet","_PID":"812","PRIORITY":"4","MESSAGE":"eviction manager: low on memory"}',
      event: {
        time: 1_714_979_289_123_456,
        node: 'node-1',
        unit: 'kubelet.service',
        component: 'kubelet',
        pid: 812,
        severity: 'warning',
      },
      content: 'eviction manager: low on memory',
    },
    {
      text: '{"_SOURCE_REALTIME_TIMESTAMP":"1714979289000001","__CURSOR":"s=1","MESSAGE":[99,97,102,195,169]}',
      event: { time: 1_714_979_289_000_001 },
      content: 'café',
    },
    { text: '{"__CURSOR":"s=2","__REALTIME_TIMESTAMP":"1714979289000002","MESSAGE":null}', event: {}, content: '' },
    {
      text: '{"__CURSOR":"s=3","MESSAGE":["one",[116,119,111]],"SYSLOG_FACILITY":["3","4"],"_PID":["7","8"],"PRIORITY":{}}',
      event: { pid: 7, severity: null, attributes: { SYSLOG_FACILITY: '3,4' } },
      content: 'one\ntwo',
    },
    { text: '{"MESSAGE":"hello","LEVEL":"info"}', event: null },
  ],
};

function isJournal(object: JsonObject): boolean {
  return (
    object.__REALTIME_TIMESTAMP !== undefined ||
    object._SOURCE_REALTIME_TIMESTAMP !== undefined ||
    object.__CURSOR !== undefined ||
    object._SYSTEMD_UNIT !== undefined ||
    object._TRANSPORT !== undefined ||
    object.SYSLOG_IDENTIFIER !== undefined
  );
}
