/** How a field's values are stored, compared and drawn. */
export type FieldKind = 'text' | 'integer' | 'number' | 'address';

/** What a field tells about; the drawer groups by it and the pickers sort by it. */
export type FieldGroup = 'place' | 'request' | 'network' | 'record';

/** A named, typed property of an event that has a column of its own. Pure data: usable in the browser. */
export interface Field {
  /** The name in the query language, in JSON and in URLs. */
  readonly name: string;
  /** The column of table `event`; differs from `name` where that is an SQL keyword. */
  readonly column: string;
  /** The property of `LogEvent`. */
  readonly property: string;
  readonly kind: FieldKind;
  readonly group: FieldGroup;
  /** What the interface calls it. */
  readonly label: string;
  /** One sentence for the help page. */
  readonly about: string;
  /** Other names that mean this field: the audit event's own, ECS, OpenTelemetry. */
  readonly aliases: readonly string[];
}
