import type { FieldReference } from '../field-reference';
import type { Span } from '../query-error';
import type { StageMember } from './stage';
import { fieldWords, printFields } from './stage-text';

/** `fields time, user, verb`: the columns of a table. */
export interface Fields {
  readonly kind: 'fields';
  readonly fields: readonly FieldReference[];
  readonly at: Span;
}

export const fields: StageMember<Fields> = {
  kind: 'fields',
  title: 'Chosen columns: fields',
  about: 'A table with these columns: of events, newest first, or of what an earlier step gives.',
  names: ['fields', 'table', 'project', 'keep'],
  body: 'words',
  read(reader, at) {
    const named = reader.list(() => reader.field('fields'));
    reader.finish('fields time, user, verb: fields with commas between');
    const once = named.filter((field, index) => named.findIndex(({ name }) => name === field.name) === index);
    return { kind: 'fields', fields: once, at };
  },
  plan: (stage) => [{ kind: 'fields', fields: stage.fields }],
  words: (stage) => `only ${fieldWords(stage.fields)}`,
  print: (stage) => `fields ${printFields(stage.fields)}`,
  examples: [
    {
      query: 'verb:delete | fields time, user',
      words: 'Events where verb is delete; only time and user.',
      gives: [
        ['time', 'user'],
        ['2026-01-31T10:20:00.000Z', 'ada'],
      ],
    },
  ],
};
