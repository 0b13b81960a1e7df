import { z } from 'zod';

export const reportParameters = z.object({
  format: z.enum(['html', 'markdown']).default('html'),
  /** The IANA name of the time zone that times are shown in: `Europe/Berlin`. */
  zone: z.string().max(100).default('UTC'),
  /** Whether a browser keeps the HTML as a file and does not show it; Markdown it always keeps. */
  download: z.enum(['yes', 'no']).default('no'),
});
