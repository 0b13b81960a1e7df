import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, Several } from './format';
import { arrayOf, objectOf, textOf } from './json-value';

const COLUMNS_MAX = 512;

/** The answer of the query API: tables of columns and rows. */
export const logAnalyticsResult: ObjectFormat = {
  name: 'log-analytics-result',
  title: 'Azure Log Analytics answers',
  about: 'The answer to a query as the API gives it, names of columns first; each row becomes an event.',
  source: 'https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format',
  type: null,
  envelope: true,
  reads: 'object',
  read(object) {
    const tables = arrayOf(object.tables);
    if (tables.length === 0) return NOT_MINE;
    const rows: JsonObject[] = [];
    for (const element of tables) {
      const table = objectOf(element);
      const names = namesOf(table?.columns);
      if (names === null) return NOT_MINE;
      for (const row of arrayOf(table?.rows)) rows.push(rowOf(names, arrayOf(row)));
    }
    return rows.length === 0 ? NOT_MINE : new Several(rows);
  },
  examples: [
    {
      text: '{"tables":[{"name":"PrimaryResult","columns":[{"name":"TimeGenerated","type":"datetime"},{"name":"Category","type":"string"},{"name":"log_s","type":"string"}],"rows":[["2024-05-06T07:08:09Z","guard","granted"],["2024-05-06T07:08:10Z","guard","refused"]]}]}',
      event: { message: '' },
      contents: [
        '{"TimeGenerated":"2024-05-06T07:08:09Z","Category":"guard","log_s":"granted"}',
        '{"TimeGenerated":"2024-05-06T07:08:10Z","Category":"guard","log_s":"refused"}',
      ],
    },
    { text: '{"tables":["cart","order"]}', event: null },
    { text: '{"tables":[{"name":"cart","columns":[{"name":"id"}],"rows":[[1]]}]}', event: null },
  ],
};

/** The columns' names; null when the table holds no rows of logs. */
function namesOf(columns: Json | undefined): string[] | null {
  const names = arrayOf(columns)
    .slice(0, COLUMNS_MAX)
    .map((column) => textOf(objectOf(column)?.name) ?? '');
  return names.includes('TimeGenerated') ? names : null;
}

function rowOf(names: readonly string[], values: readonly Json[]): JsonObject {
  const row: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const [place, name] of names.entries()) {
    const value = values[place];
    if (name !== '' && value !== null && value !== undefined && value !== '') row[name] = value;
  }
  return row;
}
