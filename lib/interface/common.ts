import { z } from 'zod';
import { isLogType, LOG_TYPES, type LogType, SEVERITIES } from '@/lib/events';

export const logTypeSchema = z.enum(LOG_TYPES);
export const severitySchema = z.enum(SEVERITIES);

/** The body of every error: what happened and, for a query, where in its text. */
export const errorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    at: z.object({ from: z.number(), to: z.number() }).optional(),
  }),
});
export type ErrorAnswer = z.infer<typeof errorAnswer>;

/** `type=audit,network`: one type or a comma list; left out = all five. */
export const logTypesParameter = z
  .string()
  .optional()
  .transform((text, context): readonly LogType[] => {
    const names = (text ?? '').split(',').filter((name) => name !== '');
    for (const name of names) {
      if (!isLogType(name)) {
        context.addIssue({ code: 'custom', message: `"${name}" is not a log type; use ${LOG_TYPES.join(', ')}` });
        return z.NEVER;
      }
    }
    return names.filter(isLogType);
  });

/** The longest query, in UTF-16 units: the address of a call holds it, encoded. */
const QUERY_LENGTH_MAX = 20_000;

/** What every call that looks at events takes. Times are ISO 8601 or relative (`now-24h`); left out = everything. */
export const selectionParameters = z.object({
  type: logTypesParameter,
  q: z.string().max(QUERY_LENGTH_MAX).optional(),
  from: z.string().max(64).optional(),
  to: z.string().max(64).optional(),
  source: z.string().max(2_000).optional(),
  /** The id of a proof (`/api/proofs/{id}`): only events that were added to the store since it was made. */
  since: z.string().max(64).optional(),
});
export type SelectionParameters = z.infer<typeof selectionParameters>;
