/**
 * Fields of the catalogue that had another name in earlier versions, by that name: what addresses say of columns, facets, order
 * and bars is read with it. In queries an old name goes on as one of the field's aliases (`lib/events/fields.ts`).
 */
export const RENAMED_FIELDS: ReadonlyMap<string, string> = new Map();
