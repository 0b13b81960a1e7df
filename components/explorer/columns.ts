import { FIELDS, type LogType } from '@/lib/events';

/** A column of the event table. Pure data; what a cell shows is `cell-text.ts`. */
export interface ColumnDefinition {
  readonly id: string;
  readonly label: string;
  /** In pixels; the last flexible column also takes what is left. */
  readonly width: number;
  readonly align: 'start' | 'end';
  /** What `order` of the interface sorts by; null when it cannot. */
  readonly order: string | null;
}

/** A column as the address remembers it. */
export interface ColumnChoice {
  readonly id: string;
  /** Null = the definition's own. */
  readonly width: number | null;
}

export const COLUMN_WIDTH_MIN = 48;
export const COLUMN_WIDTH_MAX = 1200;

const WIDTHS: Readonly<Record<string, number>> = {
  verb: 64,
  status: 60,
  subresource: 96,
  decision: 76,
  namespace: 112,
  pod: 190,
  container: 112,
  component: 124,
  user: 150,
  resource: 132,
  name: 160,
  src_ip: 124,
  dst_ip: 124,
  src_port: 76,
  dst_port: 76,
  protocol: 72,
  verdict: 92,
  direction: 80,
  caller: 150,
  stream: 64,
  method: 68,
  path: 260,
  user_agent: 220,
  pid: 72,
};

const OWN: readonly ColumnDefinition[] = [
  column('time', 'Time', 104, 'time'),
  column('type', 'Type', 128, null),
  column('severity', 'Severity', 84, 'severity'),
  column('where', 'Where', 214, null),
  column('from', 'From', 214, null),
  column('to', 'To', 214, null),
  column('message', 'Message', 320, null),
  column('file', 'File', 260, null),
];

export const COLUMNS: ReadonlyMap<string, ColumnDefinition> = new Map(
  [
    ...OWN,
    ...FIELDS.map((field): ColumnDefinition => {
      const align = field.kind === 'number' || field.kind === 'integer' ? 'end' : 'start';
      return { ...column(field.name, field.label, WIDTHS[field.name] ?? 140, field.name), align };
    }),
  ].map((definition) => [definition.id, definition]),
);

const OF_TYPE: Readonly<Record<LogType | 'all', readonly string[]>> = {
  all: ['time', 'type', 'severity', 'where', 'message'],
  application: ['time', 'severity', 'namespace', 'pod', 'container', 'message'],
  node: ['time', 'severity', 'node', 'component', 'message'],
  'control-plane': ['time', 'severity', 'where', 'caller', 'message'],
  audit: ['time', 'user', 'verb', 'resource', 'name', 'status', 'namespace', 'src_ip'],
  network: ['time', 'verdict', 'from', 'to', 'protocol', 'message'],
};

/** The columns that a type's page starts with; null is the page of all lanes. */
export function columnsOfType(type: LogType | null): readonly ColumnChoice[] {
  return OF_TYPE[type ?? 'all'].map((id) => ({ id, width: null }));
}

/** Reads `name` and `name:width` of the address; what is no column is dropped, and nothing at all is the default. */
export function readColumns(texts: readonly string[] | null, type: LogType | null): readonly ColumnChoice[] {
  const choices = new Map<string, ColumnChoice>();
  for (const text of texts ?? []) {
    const colon = text.lastIndexOf(':');
    const id = colon === -1 ? text : text.slice(0, colon);
    if (!COLUMNS.has(id) || choices.has(id)) continue;
    choices.set(id, { id, width: colon === -1 ? null : readWidth(text.slice(colon + 1)) });
  }
  return choices.size === 0 ? columnsOfType(type) : [...choices.values()];
}

/** The address's form of columns; null when they are the type's own. */
export function writeColumns(choices: readonly ColumnChoice[], type: LogType | null): string[] | null {
  const texts = choices.map(({ id, width }) => (width === null ? id : `${id}:${width}`));
  const own = columnsOfType(type).map(({ id }) => id);
  return texts.join() === own.join() ? null : texts;
}

/** The column that takes the width that is left: the message, else the last text column. */
export function flexibleColumn(choices: readonly ColumnChoice[]): string | null {
  const free = choices.filter((choice) => choice.width === null).map((choice) => choice.id);
  for (const id of ['message', 'name', 'where', 'path', 'to']) if (free.includes(id)) return id;
  return free.findLast((id) => COLUMNS.get(id)?.align === 'start' && id !== 'time') ?? null;
}

function column(id: string, label: string, width: number, order: string | null): ColumnDefinition {
  return { id, label, width, align: 'start', order };
}

function readWidth(text: string): number | null {
  const width = Number(text);
  return Number.isInteger(width) && width >= COLUMN_WIDTH_MIN && width <= COLUMN_WIDTH_MAX ? width : null;
}
