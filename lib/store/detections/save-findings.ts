import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { sql } from '@/lib/query';
import { pool } from '../client';
import { micros, numberOf } from '../times';
import { inTransaction } from '../transaction';
import { keepKnown, queueDeliveries } from '../webhooks';
import { CLAIMS, claimsOf } from './finding-rows';
import { type Found, type Reconciled, reconcile, type StoredFinding } from './reconcile';

/**
 * Puts what was found in the place of what the same detectors had found before. What people said of a finding stays with it;
 * one that is not found any more goes, but for those that somebody judged: these are kept out of sight, in case it comes back.
 * `state` names what the store held.
 */
export async function saveFindings(
  found: readonly Found[],
  detectors: readonly string[],
  state: string,
): Promise<void> {
  await inTransaction(async (client) => {
    await replace(client, found, detectors);
    await client.query(
      `INSERT INTO detection (state, at) VALUES ($1, now()) ON CONFLICT (one) DO UPDATE SET state = excluded.state, at = excluded.at`,
      [state],
    );
  });
}

/**
 * The same for rules, which are asked one by one and as events come. What began before `since`, in microseconds, stays as it is:
 * of that time not all is known any more.
 */
export async function saveRuleFindings(
  found: readonly Found[],
  rules: readonly string[],
  since?: number,
): Promise<void> {
  await inTransaction((client) => replace(client, found, rules, since));
}

/** Notes that the findings of rules are made of all that they have looked at by now. */
export async function noteRulesLooked(): Promise<void> {
  await pool().query(
    `INSERT INTO detection (state, at, rules_at) VALUES ('', now(), now()) ON CONFLICT (one) DO UPDATE SET rules_at = now()`,
  );
}

async function replace(
  client: PoolClient,
  found: readonly Found[],
  detectors: readonly string[],
  since = Number.NEGATIVE_INFINITY,
): Promise<void> {
  const stored = (await storedFindings(client, detectors)).filter(({ from }) => from >= since);
  const reconciled = reconcile(
    stored,
    found.filter(({ finding }) => finding.from >= since),
  );
  const { fresh, again, gone } = reconciled;
  await keepKnown(client, losingTime(stored, reconciled));
  const inserted: string[] = [];
  for (const { detector, finding } of fresh)
    inserted.push(await insert(client, detector, [...finding.key], claimsOf(finding)));
  await queueDeliveries(client, inserted);
  for (const { id, found: one } of again) await update(client, id, claimsOf(one.finding));
  const judged = gone.filter((finding) => finding.judged).map(({ id }) => id);
  const others = gone.filter((finding) => !finding.judged).map(({ id }) => id);
  await client.query('UPDATE finding SET gone_at = coalesce(gone_at, now()) WHERE id = ANY ($1::uuid[])', [judged]);
  await client.query('DELETE FROM finding WHERE id = ANY ($1::uuid[])', [others]);
}

/** The findings that go, or come to cover less time than they did. */
function losingTime(stored: readonly StoredFinding[], { again, gone }: Reconciled): string[] {
  const before = new Map(stored.map((finding) => [finding.id, finding]));
  const smaller = again.filter(({ id, found: { finding } }) => {
    const was = before.get(id);
    return was !== undefined && (finding.from > was.from || finding.to < was.to);
  });
  return [...smaller, ...gone].map(({ id }) => id);
}

async function storedFindings(client: PoolClient, detectors: readonly string[]): Promise<StoredFinding[]> {
  const statement = sql`SELECT finding.id, finding.detector, finding.key, ${micros(sql`finding."from"`)} AS "from",
      ${micros(sql`finding."to"`)} AS "to", (finding.verdict <> 'open' OR finding.note <> '') AS judged
    FROM finding WHERE finding.detector = ANY (${detectors}::text[]) ORDER BY finding.id FOR UPDATE`;
  const { rows } = await client.query<Omit<StoredFinding, 'from' | 'to'> & { from: string; to: string }>(
    statement.toQuery(),
  );
  return rows.map((row) => ({ ...row, from: numberOf(row.from), to: numberOf(row.to) }));
}

const NAMES = CLAIMS.map(([name]) => name).join(', ');
const places = (first: number) => CLAIMS.map(([, type], place) => `$${first + place}::${type}`).join(', ');
const INSERT = `INSERT INTO finding (id, detector, key, ${NAMES}) VALUES ($1, $2, $3, ${places(4)})`;
const UPDATE = `UPDATE finding SET (${NAMES}) = ROW(${places(2)}), gone_at = NULL, changed_at = now()
  WHERE id = $1 AND (gone_at IS NOT NULL OR (${NAMES}) IS DISTINCT FROM (${places(2)}))`;

async function insert(client: PoolClient, detector: string, key: string[], claims: unknown[]): Promise<string> {
  const id = randomUUID();
  await client.query(INSERT, [id, detector, key, ...claims]);
  return id;
}

/** A finding that says the same as before is left alone: `changed_at` is when it last said something new. */
async function update(client: PoolClient, id: string, claims: unknown[]): Promise<void> {
  await client.query(UPDATE, [id, ...claims]);
}
