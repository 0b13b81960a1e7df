import { nameOf, type Principal } from '@/lib/auth';
import { HUNT_EVIDENCE_BYTES } from '@/lib/interface';
import type { Author } from '@/lib/store';

/** What Next gives a handler under `[slug]`. */
export interface SlugContext {
  readonly params: Promise<{ readonly slug: string }>;
}

/** The largest body of a hunt: its characters with room for their escapes. */
export const HUNT_BODY_BYTES = 8 * 1024 * 1024;
/** The same with the copies of its evidence, and with line breaks where somebody put the file into another form. */
export const HUNT_FILE_BYTES = 2 * (HUNT_BODY_BYTES + HUNT_EVIDENCE_BYTES);

/** As the author of what is written, whoever asks. */
export function authorOf(principal: Principal): Author {
  return { name: nameOf(principal), id: principal.kind === 'person' ? principal.id : null };
}
