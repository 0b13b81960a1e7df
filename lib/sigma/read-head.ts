import { z } from 'zod';
import { LEVELS, type LogSource, type RuleHead, STATUSES } from './rule';
import { type DocumentPath, RuleError } from './rule-error';

const text = z.union([z.string(), z.number()]).transform(String);
const optionalText = text.nullish().transform((value) => value ?? null);
const texts = z
  .union([z.array(text), text])
  .nullish()
  .transform((value) => (value === null || value === undefined ? [] : typeof value === 'string' ? [value] : value));

const head = z.object({
  title: text.refine((value) => value !== '', 'must not be empty'),
  id: optionalText,
  name: optionalText,
  status: z.enum(STATUSES).nullish(),
  level: z.enum(LEVELS).nullish(),
  description: optionalText,
  author: texts,
  license: optionalText,
  date: optionalText,
  modified: optionalText,
  references: texts,
  tags: texts,
  falsepositives: texts,
  fields: texts,
  related: z.array(z.object({ id: text, type: text })).nullish(),
});

/** Reads what a document says of itself. Keys that nobody knows are passed over, as the specification wants it. */
export function readHead(value: Record<string, unknown>, line: number): RuleHead {
  const read = parsed(head, value, []);
  return {
    title: read.title,
    id: read.id,
    name: read.name,
    status: read.status ?? null,
    level: read.level ?? null,
    description: read.description,
    author: read.author.length === 0 ? null : read.author.join(', '),
    license: read.license,
    date: read.date,
    modified: read.modified,
    references: read.references,
    tags: read.tags,
    falsePositives: read.falsepositives,
    fields: read.fields,
    related: read.related ?? [],
    line,
  };
}

const sourcePart = text.nullish().transform((value) => value?.trim().toLowerCase() ?? null);
const logSource = z
  .object({ category: sourcePart, product: sourcePart, service: sourcePart })
  .refine(
    ({ category, product, service }) => category !== null || product !== null || service !== null,
    'must give a category, a product or a service',
  );

export function readLogSource(value: unknown): LogSource {
  if (value === undefined || value === null) throw new RuleError('the rule has no "logsource"', []);
  return parsed(logSource, value, ['logsource']);
}

/** The value in a shape; throws RuleError with the place of the first thing that is not as it should be. */
export function parsed<T extends z.ZodType>(shape: T, value: unknown, path: DocumentPath): z.output<T> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = [...path, ...(issue?.path ?? []).filter((part) => typeof part !== 'symbol')];
  throw new RuleError(`${at.length === 0 ? 'the rule' : `"${at.join('.')}"`}: ${issue?.message ?? 'is not right'}`, at);
}
