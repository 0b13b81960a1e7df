import type { ClientBase } from 'pg';
import type { FindingAnswer, WebhookFormat } from '@/lib/interface';
import { sql } from '@/lib/query';
import { pool } from '../client';
import { FINDING_ROWS, type FindingRow, findingAnswerOf } from '../detections/finding-rows';
import { rowsOver } from '../rows-over';
import { inTransaction } from '../transaction';
import { IS_KNOWN, noteKnown } from './known-findings';

/** How many findings one message tells of. */
const FINDINGS_MAX = 100;
/** A minute at least between two messages would hold up what is urgent; every six seconds is what a person can still stand. */
const MESSAGE_SECONDS = 6;
/** What was taken but neither told nor failed within this time is taken again: whoever had it died. */
const LEASE_SECONDS = 60;
/** With pauses from half a minute to an hour these are a day. */
const ATTEMPTS_MAX = 30;

/** Findings to be told in one message. */
export interface DueMessage {
  readonly webhook: string;
  readonly address: string;
  readonly format: WebhookFormat;
  /** The worst first. */
  readonly findings: readonly FindingAnswer[];
}

/** Notes that new findings are to be told, in the transaction that makes them; to each webhook those that are news to it. */
export async function queueDeliveries(client: ClientBase, findings: readonly string[]): Promise<void> {
  if (findings.length === 0) return;
  await client.query(
    `INSERT INTO webhook_delivery (webhook, finding)
     SELECT webhook.id, finding.id FROM webhook JOIN finding ON finding.level >= webhook.level
     WHERE webhook."on" AND finding.id = ANY ($1::uuid[]) AND NOT ${IS_KNOWN} ON CONFLICT DO NOTHING`,
    [findings],
  );
}

/** Takes what one webhook is to be told now; null when nothing is due. */
export function takeDueMessage(): Promise<DueMessage | null> {
  return inTransaction(async (client) => {
    const { rows: due } = await client.query<Omit<DueMessage, 'findings'>>(
      `SELECT webhook.id AS webhook, webhook.address, webhook.format FROM webhook
       WHERE webhook."on" AND (webhook.last_at IS NULL OR webhook.last_at <= now() - make_interval(secs => $1))
         AND EXISTS (SELECT 1 FROM webhook_delivery AS due WHERE due.webhook = webhook.id AND due.next_at <= now())
       ORDER BY webhook.last_at NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [MESSAGE_SECONDS],
    );
    const [target] = due;
    if (target === undefined) return null;
    const { rows: taken } = await client.query<{ finding: string }>(
      `UPDATE webhook_delivery SET attempts = attempts + 1, next_at = now() + make_interval(secs => $3)
       WHERE webhook = $1 AND finding IN (
         SELECT finding FROM webhook_delivery JOIN finding ON finding.id = webhook_delivery.finding
         WHERE webhook = $1 AND next_at <= now() ORDER BY finding.level DESC, finding."from" DESC LIMIT $2
       ) RETURNING finding`,
      [target.webhook, FINDINGS_MAX, LEASE_SECONDS],
    );
    await client.query('UPDATE webhook SET last_at = now() WHERE id = $1', [target.webhook]);
    const ids = taken.map(({ finding }) => finding);
    const rows = await rowsOver(client).rows<FindingRow>(
      sql`${FINDING_ROWS} WHERE finding.id = ANY (${ids}::uuid[]) ORDER BY finding.level DESC, finding."from" DESC`,
    );
    return { ...target, findings: rows.map(findingAnswerOf) };
  });
}

/** Notes what became of a message: told findings are done with, others are tried again later and given up after a day. */
export async function noteDelivery(
  { webhook, findings }: Pick<DueMessage, 'webhook' | 'findings'>,
  outcome: { readonly delivered: boolean; readonly message: string },
): Promise<void> {
  const ids = findings.map(({ id }) => id);
  await inTransaction(async (client) => {
    const { rows: done } = await client.query<{ finding: string }>(
      `DELETE FROM webhook_delivery WHERE webhook = $1 AND finding = ANY ($2::uuid[]) AND ($3 OR attempts >= $4)
       RETURNING finding`,
      [webhook, ids, outcome.delivered, ATTEMPTS_MAX],
    );
    await noteKnown(
      client,
      webhook,
      done.map(({ finding }) => finding),
    );
    await client.query(
      `UPDATE webhook_delivery SET next_at = now() + least(interval '1 hour', interval '30 seconds' * power(2, least(attempts, 12) - 1))
       WHERE webhook = $1 AND finding = ANY ($2::uuid[])`,
      [webhook, ids],
    );
    await client.query('UPDATE webhook SET last_at = now(), last_delivered = $2, last_message = $3 WHERE id = $1', [
      ...[webhook, outcome.delivered, outcome.message],
    ]);
  });
}

/** Notes what became of a message that somebody tried. */
export async function noteTrial(
  id: string,
  outcome: { readonly delivered: boolean; readonly message: string },
): Promise<void> {
  await pool().query('UPDATE webhook SET last_at = now(), last_delivered = $2, last_message = $3 WHERE id::text = $1', [
    ...[id, outcome.delivered, outcome.message],
  ]);
}
