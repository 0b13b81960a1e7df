import { FINDING_LEVELS, type WebhookAnswer, type WebhookFormat } from '@/lib/interface';
import { sql } from '@/lib/query';
import type { Rows } from '../rows-over';
import { isoFromText, micros } from '../times';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly format: WebhookFormat;
  readonly level: number;
  readonly on: boolean;
  readonly created: string;
  readonly created_by: string;
  readonly waiting: string;
  readonly last: string | null;
  readonly last_delivered: boolean | null;
  readonly last_message: string | null;
}

/** All webhooks, the first made first; with an id that one only. */
export async function webhookRows(rows: Rows, id: string | null): Promise<WebhookAnswer[]> {
  const found = await rows.rows<Row>(sql`
    SELECT webhook.id, webhook.name, webhook.address, webhook.format, webhook.level, webhook."on",
      ${micros(sql`webhook.created_at`)} AS created, webhook.created_by, ${micros(sql`webhook.last_at`)} AS last,
      webhook.last_delivered, webhook.last_message,
      (SELECT count(*) FROM webhook_delivery WHERE webhook_delivery.webhook = webhook.id) AS waiting
    FROM webhook WHERE ${id}::text IS NULL OR webhook.id::text = ${id}::text ORDER BY webhook.created_at, webhook.id`);
  return found.map(answerOf);
}

function answerOf(row: Row): WebhookAnswer {
  const at = isoFromText(row.last);
  return {
    ...{ id: row.id, name: row.name, format: row.format, on: row.on, createdBy: row.created_by },
    address: partOf(row.address),
    level: FINDING_LEVELS[row.level] ?? 'high',
    createdAt: isoFromText(row.created) ?? '',
    waiting: Number(row.waiting),
    last: at === null ? null : { at, delivered: row.last_delivered ?? false, message: row.last_message ?? '' },
  };
}

const PATH_SHOWN = 6;

/** Enough of an address to know it again by; what is behind it is often a secret. */
function partOf(address: string): string {
  const { origin, pathname, search } = new URL(address);
  const path = pathname.slice(0, PATH_SHOWN);
  return path.length < pathname.length || search !== '' ? `${origin}${path}…` : `${origin}${path}`;
}
