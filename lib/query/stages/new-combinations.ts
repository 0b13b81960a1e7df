import { type FieldReference, resolveField } from '../field-reference';
import { QueryError, type Span } from '../query-error';
import { parseQuantity } from '../units';
import { printWidth, widthWords } from '../width';
import { countCall } from './read-aggregates';
import type { StageMember } from './stage';
import type { StageReader } from './stage-reader';
import { fieldWords, printFields } from './stage-text';

/** `new user, verb vs 7d`: combinations in the range that did not occur in the time before it. */
export interface NewCombinations {
  readonly kind: 'new';
  readonly fields: readonly FieldReference[];
  /** How far back is looked from the beginning of the range, in milliseconds. */
  readonly baselineMs: number;
  readonly at: Span;
}

const DEFAULT_BASELINE_MS = 7 * 86_400_000;
const BASELINE_MAX_MS = 3650 * 86_400_000;

export const newCombinations: StageMember<NewCombinations> = {
  kind: 'new',
  title: 'Never seen before: new',
  about:
    'Combinations of values in the chosen time range that do not occur in the time before it (7 days unless vs says otherwise), with their first time and count. Choose a range with the time picker; the answer says how far back the stored data reaches.',
  names: ['new'],
  body: 'words',
  read(reader, at) {
    if (reader.shape.kind !== 'events' || reader.shape.limited) {
      throw new QueryError('new looks at all events; put it before the other steps', at);
    }
    const fields = reader.groupFields('new');
    const baselineMs = reader.takeWord('vs') ? readBaseline(reader) : DEFAULT_BASELINE_MS;
    reader.finish('new user, verb vs 7d: fields with commas between, then how far to look back');
    return { kind: 'new', fields, baselineMs, at };
  },
  plan: ({ fields, baselineMs }) => [
    {
      kind: 'group',
      aggregates: [{ kind: 'min', field: resolveField('time'), parameter: null, name: 'first_seen' }, countCall()],
      by: fields,
      bucket: null,
      unseenForMs: baselineMs,
    },
  ],
  words: ({ fields, baselineMs }) =>
    `what of ${fieldWords(fields)} did not occur in the ${widthWords(baselineMs)} before`,
  print: ({ fields, baselineMs }) => `new ${printFields(fields)} vs ${printWidth(baselineMs)}`,
  examples: [
    {
      query: 'type:audit | new user vs 7d',
      words: 'Events where type is audit; what of user did not occur in the 7 days before.',
      gives: [
        ['user', 'first_seen', 'count'],
        ['bob', '2026-01-31T12:00:00.000Z', 2],
        ['ada', '2026-01-31T10:00:00.000Z', 3],
      ],
    },
  ],
};

function readBaseline(reader: StageReader): number {
  const { at } = reader;
  const quantity = reader.takeRead((word) => parseQuantity(word));
  const isFit =
    quantity !== null && quantity.unit === 'duration' && quantity.number >= 1000 && quantity.number <= BASELINE_MAX_MS;
  if (!isFit) throw new QueryError('how far to look back is written 7d, 24h or 30m (at most 3650d)', at);
  return Math.round(quantity.number);
}
