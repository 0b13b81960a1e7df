import { type JsonObject, NOT_MINE, type ObjectFormat, Several } from './format';
import { arrayOf, isObject } from './json-value';

/** The batch in which Azure delivers records of diagnostic settings and of flow logs. */
export const azureRecords: ObjectFormat = {
  name: 'azure-records',
  title: 'Azure record batches',
  about:
    'What diagnostic settings send to Event Hubs or Storage in one piece: `records`, each of which is read by itself.',
  source: 'https://learn.microsoft.com/azure/azure-monitor/platform/resource-logs-schema',
  type: null,
  envelope: true,
  reads: 'object',
  read(object) {
    if (object.records === undefined) return NOT_MINE;
    for (const key in object) if (key !== 'records') return NOT_MINE;
    const records = arrayOf(object.records).filter(isObject);
    return records.length > 0 && records.every(isRecord) ? new Several(records) : NOT_MINE;
  },
  examples: [
    {
      text: '{"records":[{"time":"2024-05-06T07:08:09Z","category":"guard","properties":{"log":"granted"}},{"time":"2024-05-06T07:08:10Z","category":"guard","properties":{"log":"refused"}}]}',
      event: { message: '' },
      contents: [
        '{"time":"2024-05-06T07:08:09Z","category":"guard","properties":{"log":"granted"}}',
        '{"time":"2024-05-06T07:08:10Z","category":"guard","properties":{"log":"refused"}}',
      ],
    },
    { text: '{"records":[{"artist":"somebody"}]}', event: null },
    { text: '{"records":12}', event: null },
    { text: '{"records":[],"count":0}', event: null },
  ],
};

/** The common schema of resource logs asks for time, category and resource. */
function isRecord(record: JsonObject): boolean {
  return typeof record.category === 'string' || typeof record.Category === 'string';
}
