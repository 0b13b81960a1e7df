import { severityFromWord } from '@/lib/events';
import { compactJson } from './compact-json';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { setJsonTime } from './json-time';

/** .NET's compact log event format: reified keys with an at sign, properties beside them. */
export const serilog: ObjectFormat = {
  name: 'serilog',
  title: 'Serilog compact JSON',
  about: '.NET’s compact log events: @t, @l, @m or @mt with its properties filled in. Without @l it is information.',
  source: 'https://clef-json.org/',
  type: null,
  reads: 'object',
  read(object, event, context) {
    if (typeof object['@t'] !== 'string') return NOT_MINE;
    if (!setJsonTime(event, context, object['@t'])) return NOT_MINE;
    const level = object['@l'];
    event.severity = typeof level === 'string' ? severityFromWord(level === 'Verbose' ? 'trace' : level) : 'info';
    const { '@m': message, '@mt': template } = object;
    if (typeof message !== 'string' && typeof template === 'string') event.message = fillIn(template, object);
    readJsonRecord(object, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"@t":"2024-05-06T07:08:09.25Z","@mt":"Paid {Amount:0.00} by {@User}","@l":"Warning","Amount":12.5,"User":"alice"}',
      event: {
        time: 1_714_979_289_250_000,
        severity: 'warning',
        message: 'Paid 12.5 by alice',
        user: 'alice',
      },
    },
    { text: '{"@t":"2024-05-06T07:08:09Z","@m":"Ready"}', event: { severity: 'info', message: 'Ready' } },
    { text: '{"@t":"soon","@m":"Ready"}', event: null },
  ],
};

/** Puts properties into a message template; formats and alignments are left out (messagetemplates.org). */
function fillIn(template: string, object: JsonObject): string {
  return template.replace(/\{[@$]?([A-Za-z0-9_]{1,64})(?:[,:][^{}]{0,64})?\}/g, (hole, name: string) => {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    if (value === undefined || value === null) return hole;
    return typeof value === 'object' ? compactJson(value) : String(value);
  });
}
