import { BadRequest } from '@/lib/errors';
import { type EvidenceCopy, type ExportedHunt, HUNT_SCHEMA, type HuntAnswer, type HuntContent } from '@/lib/interface';
import { contentOf } from './content';
import { pinsOf } from './pins';

/** A hunt as a file. `at`: when, as ISO 8601. */
export function toExported(hunt: HuntAnswer, at: string): ExportedHunt {
  return { trackway: 'hunt', schema: HUNT_SCHEMA, exportedAt: at, hunt: contentOf(hunt), evidence: hunt.evidence };
}

const EVENT_ID = /^\d{1,10}-\d{1,10}$/;
/** As `toExported` writes it. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(\d{3})?Z$/;

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
    const copy = copies.get(event);
    if (copy === undefined) throw new BadRequest(`evidence: the file pins the event "${event}" and has no copy of it`);
    return copy;
  });
  for (const copy of pinned) refuseWrong(copy, sha256);
  return { content: hunt, evidence: pinned };
}

function refuseWrong(copy: EvidenceCopy, sha256: (text: string) => string): void {
  const of = `evidence: the copy of the event "${copy.event}"`;
  if (!EVENT_ID.test(copy.event)) throw new BadRequest(`${of} has an id that no event has`);
  if (copy.time !== null && !isTime(copy.time)) {
    throw new BadRequest(`${of} has a time that is none: "${copy.time}"`);
  }
  // Of a text that was cut the hash cannot be checked: it is that of the whole.
  if (copy.cut || sha256(copy.original) === copy.originalSha256) return;
  throw new BadRequest(
    `evidence: the original text of the event "${copy.event}" is not what its SHA-256 in the file says; the file was changed or damaged`,
  );
}

/** Whether the calendar has that day and the day that hour; PostgreSQL refuses others, and knows no year 0. */
function isTime(text: string): boolean {
  if (!TIME.test(text) || text.startsWith('0000')) return false;
  const toMilliseconds = `${text.slice(0, '2026-01-31T12:00:00.000'.length)}Z`;
  const moment = new Date(toMilliseconds);
  return Number.isFinite(moment.getTime()) && moment.toISOString() === toMilliseconds;
}
