import { z } from 'zod';

const streamName = z.string().trim().min(1).max(255);

/** What a new stream is called. */
export const newStream = z.object({ name: streamName });

/** A stream without figures. */
export const namedStream = z.object({ id: z.string(), name: z.string() });
export type NamedStream = z.infer<typeof namedStream>;

export const streamAnswer = z.object({
  /** The id of its source. */
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  /** When its last batch was stored; null before the first. */
  seenAt: z.string().nullable(),
  events: z.number(),
  lines: z.number(),
  /** Lines that no format read. */
  unparsed: z.number(),
  bytes: z.number(),
  /** Over the last minute. */
  eventsPerSecond: z.number(),
  /** Of the lines in the file that is appended to now, those that no format read: 0 to 1; null while there are none. */
  unparsedShare: z.number().nullable(),
});
export type StreamAnswer = z.infer<typeof streamAnswer>;

export const streamsAnswer = z.object({ streams: z.array(streamAnswer) });
export type StreamsAnswer = z.infer<typeof streamsAnswer>;
