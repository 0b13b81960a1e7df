import { compactJson } from './compact-json';
import { NOT_MINE, type ObjectFormat, READ } from './format';
import { readJournalEntry } from './journal-entry';
import { isObject } from './json-value';

/** An entry of `journalctl -o export`, which the reader hands on as an object under the format's name. */
export const journaldExport: ObjectFormat = {
  name: 'journald-export',
  title: 'systemd journal export',
  about:
    'journalctl -o export and what systemd-journal-remote sends: fields a line each, or as bytes with their length. The message is read by the next format.',
  source: 'https://systemd.io/JOURNAL_EXPORT_FORMATS/',
  type: 'node',
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    const fields = object['journald-export'];
    if (!isObject(fields)) return NOT_MINE;
    const message = readJournalEntry(fields, event, context);
    if (fields.MESSAGE !== undefined) return message;
    event.message = compactJson(fields);
    return READ;
  },
  examples: [
    {
      text: '{"journald-export":{"__CURSOR":"s=1","__REALTIME_TIMESTAMP":"1714979289123456","_HOSTNAME":"node-1","PRIORITY":"3","SYSLOG_IDENTIFIER":"app","MESSAGE":"one\\ntwo"}}',
      event: { time: 1_714_979_289_123_456, node: 'node-1', component: 'app', severity: 'error' },
      content: 'one\ntwo',
    },
    { text: '{"journald-export":{"++Broken":"field"}}', event: { message: '{"++Broken":"field"}' } },
    { text: '{"journald-export":"none"}', event: null },
  ],
};
