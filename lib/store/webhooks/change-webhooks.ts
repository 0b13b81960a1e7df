import { randomUUID } from 'node:crypto';
import { NotFound } from '@/lib/errors';
import {
  FINDING_LEVELS,
  type WebhookAnswer,
  type WebhookCreation,
  type WebhookPatch,
  type WebhooksAnswer,
} from '@/lib/interface';
import { pool } from '../client';
import { rowsOver } from '../rows-over';
import { inTransaction } from '../transaction';
import { noteAllKnown } from './known-findings';
import { webhookRows } from './webhook-rows';

/** All webhooks. Their addresses are in a table that questions may not read. */
export function readWebhooks(): Promise<WebhooksAnswer> {
  return inTransaction(async (client) => ({ webhooks: await webhookRows(rowsOver(client), null) }));
}

/** Makes a webhook; its address must have been checked. What was found before is no news to it. */
export async function createWebhook(
  { name, address, format, level, on }: WebhookCreation,
  by: string,
): Promise<WebhookAnswer> {
  const id = randomUUID();
  await inTransaction(async (client) => {
    await client.query(
      `INSERT INTO webhook (id, name, address, format, level, "on", created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, name, address, format, FINDING_LEVELS.indexOf(level), on, by],
    );
    if (on) await noteAllKnown(client, id);
  });
  return one(id);
}

/**
 * Changes a webhook. What waits for one that is turned off is not told any more, and what was found before one is turned on, or hears of
 * another level, is no news to it. Throws `NotFound`.
 */
export async function changeWebhook(id: string, patch: WebhookPatch): Promise<WebhookAnswer> {
  await inTransaction(async (client) => {
    const { name, address, format, level, on } = patch;
    const { rowCount } = await client.query(
      `UPDATE webhook SET name = coalesce($2, name), address = coalesce($3, address), format = coalesce($4, format),
         level = coalesce($5::smallint, level), "on" = coalesce($6, "on") WHERE id::text = $1`,
      [
        id,
        name ?? null,
        address ?? null,
        format ?? null,
        level === undefined ? null : FINDING_LEVELS.indexOf(level),
        on ?? null,
      ],
    );
    await client.query(
      'DELETE FROM webhook_delivery USING webhook WHERE webhook.id = webhook_delivery.webhook AND NOT webhook."on"',
    );
    if (rowCount === 1 && (on === true || level !== undefined)) await noteAllKnown(client, id);
  });
  return one(id);
}

/** Deletes a webhook with what waits for it, and gives its name. Throws `NotFound`. */
export async function deleteWebhook(id: string): Promise<string> {
  const { rows } = await pool().query<{ name: string }>('DELETE FROM webhook WHERE id::text = $1 RETURNING name', [id]);
  const [row] = rows;
  if (row === undefined) throw noWebhook(id);
  return row.name;
}

/** Where a webhook tells of findings, and how. Throws `NotFound`. */
export async function webhookTarget(
  id: string,
): Promise<{ readonly name: string } & Pick<WebhookCreation, 'address' | 'format'>> {
  const { rows } = await pool().query<{ name: string } & Pick<WebhookCreation, 'address' | 'format'>>(
    'SELECT name, address, format FROM webhook WHERE id::text = $1',
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw noWebhook(id);
  return row;
}

async function one(id: string): Promise<WebhookAnswer> {
  const [webhook] = await inTransaction((client) => webhookRows(rowsOver(client), id));
  if (webhook === undefined) throw noWebhook(id);
  return webhook;
}

function noWebhook(id: string): NotFound {
  return new NotFound(`there is no webhook "${id}"; it may have been deleted`);
}
