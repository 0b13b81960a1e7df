import type { z } from 'zod';

/** One call of the HTTP interface, as its description and the test of its completeness need it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Parts in braces are given by the client. */
  readonly path: string;
  readonly summary: string;
  readonly parameters?: z.ZodObject;
  /** The JSON of the body, or `bytes`. */
  readonly body?: z.ZodType | 'bytes';
  readonly status?: number;
  /** The JSON of the answer, or its media types where it is none. */
  readonly answer: z.ZodType | readonly string[];
}
