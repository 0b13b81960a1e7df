import { attributeColumn, hasColumn } from '@/lib/columns';
import { BadRequest } from '@/lib/errors';
import { logTypeFromCode, severityFromCode } from '@/lib/events';
import { fieldExpression, resolveField, type Sql, sql } from '@/lib/query';

/** A field that events are counted by. */
export interface Breakdown {
  /** The value as SQL on table `event`, null when the event has none. */
  readonly expression: Sql;
  /** The SQL type of `expression`. */
  readonly type: Sql;
  /** For what table `file` knows (`expression` is the file's id then): the value as SQL on that table. */
  readonly ofFile: Sql | null;
  /** The name of its column in column blocks; null when it has none. */
  readonly column: string | null;
  /** The name of the attribute that it is; null for a field of ours. */
  readonly attribute: string | null;
  /** What the interface says for a value, given as SQL's text of it. */
  value(text: string): string | number;
}

const ATTRIBUTE_NAME_LENGTH_MAX = 256;
const asText = (text: string) => text;

/** How to count by a field: of the catalogue, `type`, `severity`, `source` (ids), `file` (paths), or any attribute. */
export function breakdownBy(parameter: string, name: string): Breakdown {
  const field = resolveField(name);
  switch (field.kind) {
    case 'type':
      return coded('type', sql`event.type`, (code) => logTypeFromCode(code));
    case 'severity':
      return coded('severity', sql`event.severity`, (code) => severityFromCode(code));
    case 'source':
      return { ...plain('file', sql`event.file`, sql`integer`, asText), ofFile: sql`file.source_id::text` };
    case 'file':
      return { ...plain('file', sql`event.file`, sql`integer`, asText), ofFile: sql`file.path` };
    case 'time':
    case 'id':
      throw new BadRequest(`${parameter}: ${field.name} differs from event to event; choose another field`);
    case 'attribute':
      if (name === '' || name.length > ATTRIBUTE_NAME_LENGTH_MAX || name.includes('\0')) {
        throw new BadRequest(`${parameter}: "${name}" is not the name of a field`);
      }
      return {
        ...plain(attributeColumn(name), sql`(event.attributes ->> ${name}::text)`, sql`text`, asText),
        attribute: name,
      };
    default:
      if (field.part !== undefined) return plain(null, fieldExpression(field), sql`integer`, Number);
      return ofColumn(field.name, field.column ?? field.name, field.kind);
  }
}

/** The statement for rows (v, c): every value as text with its count; v null for the events without one. */
export function valueCounts(where: Sql, { expression, ofFile }: Breakdown): Sql {
  if (ofFile === null) {
    return sql`SELECT v::text AS v, count(*) AS c FROM (SELECT ${expression} AS v FROM event WHERE ${where}) AS matching
      GROUP BY matching.v`;
  }
  return sql`SELECT ${ofFile} AS v, sum(counted.c)::bigint AS c
    FROM (SELECT event.file AS id, count(*) AS c FROM event WHERE ${where} GROUP BY event.file) AS counted
    LEFT JOIN file ON file.id = counted.id GROUP BY 1`;
}

function ofColumn(name: string, column: string, kind: string): Breakdown {
  const expression = sql.identifier(column);
  const stored = hasColumn(name) ? name : null;
  if (kind === 'integer') return plain(stored, expression, sql`bigint`, Number);
  if (kind === 'number') return plain(stored, expression, sql`float8`, Number);
  return plain(stored, expression, sql`text`, asText);
}

function coded(column: string, expression: Sql, name: (code: number) => string): Breakdown {
  return plain(column, expression, sql`smallint`, (text) => name(Number(text)));
}

function plain(column: string | null, expression: Sql, type: Sql, value: Breakdown['value']): Breakdown {
  return { column, expression, type, value, ofFile: null, attribute: null };
}
