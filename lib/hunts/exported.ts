import { BadRequest } from '@/lib/errors';
import { type EvidenceCopy, type ExportedHunt, HUNT_SCHEMA, type HuntAnswer, type HuntContent } from '@/lib/interface';
import { contentOf } from './content';
import { pinsOf } from './pins';

/** A hunt as a file. `at`: when, as ISO 8601. */
export function toExported(hunt: HuntAnswer, at: string): ExportedHunt {
  return { trackway: 'hunt', schema: HUNT_SCHEMA, exportedAt: at, hunt: contentOf(hunt), evidence: hunt.evidence };
}

const EVENT_ID = /^\d{1,10}-\d{1,10}$/;

/**
 * The content of a file and the copies of the events that are pinned in it. A copy is only taken at its word about where it is
 * from: its text must be what its hash says. `sha256` gives that of a text in UTF-8, in hex. Throws `BadRequest`, which names
 * the event.
 */
export function fromExported(
  { hunt, evidence }: ExportedHunt,
  sha256: (text: string) => string,
): { content: HuntContent; evidence: EvidenceCopy[] } {
  const copies = new Map(evidence.map((copy) => [copy.event, copy]));
  const pinned = [...pinsOf(hunt).keys()].map((event) => {
    if (!EVENT_ID.test(event)) throw new BadRequest(`hunt: "${event}" is no id of an event`);
    const copy = copies.get(event);
    if (copy === undefined) throw new BadRequest(`evidence: the file pins the event "${event}" and has no copy of it`);
    return copy;
  });
  for (const copy of pinned) refuseIfChanged(copy, sha256);
  return { content: hunt, evidence: pinned };
}

/** Of a text that was cut the hash cannot be checked: it is that of the whole. */
function refuseIfChanged(
  { event, original, cut, originalSha256 }: EvidenceCopy,
  sha256: (text: string) => string,
): void {
  if (cut || sha256(original) === originalSha256) return;
  throw new BadRequest(
    `evidence: the original text of the event "${event}" is not what its SHA-256 in the file says; the file was changed or damaged`,
  );
}
