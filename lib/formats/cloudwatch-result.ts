import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, Several } from './format';
import { arrayOf, objectOf, textOf } from './json-value';

const FIELDS_MAX = 512;

/** The answer of `aws logs get-query-results`: rows as lists of fields with their values. */
export const cloudwatchResult: ObjectFormat = {
  name: 'cloudwatch-result',
  title: 'CloudWatch Logs Insights answers',
  about: 'The answer to `aws logs get-query-results`; each row becomes an event.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html',
  type: null,
  envelope: true,
  reads: 'object',
  read(object) {
    const rows = arrayOf(object.results).map(rowOf);
    return rows.length > 0 && rows.every((row) => row['@message'] !== undefined) ? new Several(rows) : NOT_MINE;
  },
  examples: [
    {
      text: '{"results":[[{"field":"@timestamp","value":"2024-05-06 07:08:09.250"},{"field":"@message","value":"ready"}]],"status":"Complete"}',
      event: { message: '' },
      contents: ['{"@timestamp":"2024-05-06 07:08:09.250","@message":"ready"}'],
    },
    { text: '{"results":[[{"field":"count","value":"7"}]]}', event: null },
    { text: '{"results":[1,2]}', event: null },
  ],
};

function rowOf(fields: Json): JsonObject {
  const row: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const element of arrayOf(fields).slice(0, FIELDS_MAX)) {
    const field = objectOf(element);
    const name = textOf(field?.field);
    const value = field?.value;
    if (name !== null && value !== undefined) row[name] = value;
  }
  return row;
}
