import type { ExampleEvent } from './ready-hunt';

/** A request to the API server, as an event of an example. */
export function request(
  fields: NonNullable<ExampleEvent['fields']>,
  attributes?: NonNullable<ExampleEvent['attributes']>,
): ExampleEvent {
  return { type: 'audit', fields, ...(attributes === undefined ? {} : { attributes }) };
}
