import type { FindingAnswer } from '@/lib/interface';
import { SHARED_FIELDS, type Values } from '@/lib/stories';
import { answerAbout } from '../answer-about';
import { breakdownBy } from '../breakdown';
import { LeastRecentlyUsed } from '../least-recently-used';

/** So many findings are remembered; each is a few short texts. */
const FINDINGS_MAX = 20_000;
const NOTHING: Values = {};

/**
 * What all events of a finding have in common beside what its subject says: a detector that counts by user does not know from
 * where he came, its events do. Asked once for each finding, and again when more data changed it.
 */
export class SharedValues {
  private readonly known = new LeastRecentlyUsed<string, Values>(FINDINGS_MAX);
  private gathered = 0;

  /** One more with everything that is gathered. */
  get version(): number {
    return this.gathered;
  }

  /** Nothing until it is gathered. */
  of(finding: FindingAnswer): Values {
    return this.known.get(keyOf(finding)) ?? NOTHING;
  }

  isKnown(finding: FindingAnswer): boolean {
    return this.known.get(keyOf(finding)) !== undefined;
  }

  /** Asks the events. Errors as `answerAbout`. */
  async gather(finding: FindingAnswer): Promise<void> {
    this.known.set(keyOf(finding), await sharedOf(finding), 1);
    this.gathered += 1;
  }
}

function keyOf({ id, changedAt }: FindingAnswer): string {
  return `${id} ${changedAt ?? ''}`;
}

function sharedOf({ type, query, from, to }: FindingAnswer): Promise<Values> {
  const fields = SHARED_FIELDS[type];
  const breakdowns = fields.map((name) => breakdownBy('fields', name));
  return answerAbout({ type: [type], q: query, from, to }, async ({ matching }) => {
    const facets = await matching.facets(breakdowns, 1);
    return Object.fromEntries(
      facets.flatMap(({ distinct, missing, values }, place): [string, string][] => {
        const [only] = values;
        const name = fields[place];
        return name === undefined || only === undefined || distinct !== 1 || missing > 0
          ? []
          : [[name, String(only.value)]];
      }),
    );
  });
}
