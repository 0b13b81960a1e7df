import { z } from 'zod';
import { selectionParameters } from './common';
import { eventAnswer } from './events';

/** What a tail takes: a selection, and the position behind which it goes on; left out = with what comes now. */
export const tailParameters = selectionParameters.extend({ after: z.string().max(40).optional() });

/** The names of a tail's server-sent events; a matching event itself has the default name. */
export const TAIL_NOTES = { many: 'many', gap: 'gap' } as const;

/** So many events became visible at once that they are not shown one by one: an upload was read. */
export const tailMany = z.object({ segment: z.number(), events: z.number() });
export type TailMany = z.infer<typeof tailMany>;

/** What came after the position asked for is no longer known; the tail goes on with what comes now. */
export const tailGap = z.object({ message: z.string() });

export const tailEvent = eventAnswer;
