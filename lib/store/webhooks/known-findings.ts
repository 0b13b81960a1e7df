import type { ClientBase } from 'pg';

/** What a finding is known again by, together with its time: nothing that could be read outlives it. */
const MARK = `sha256(convert_to(jsonb_build_array(finding.detector, finding.key)::text, 'UTF8'))`;

/** Rows for the same finding may come together; the longest stands for them. */
const LONGEST = `GROUP BY 1, 2, 3 ON CONFLICT (webhook, mark, "from")
  DO UPDATE SET "to" = greatest(webhook_known."to", excluded."to")`;

const INSERT = `INSERT INTO webhook_known (webhook, mark, "from", "to")`;

/** A condition: the finding is no news to the webhook, though its row may be new. */
export const IS_KNOWN = `EXISTS (SELECT 1 FROM webhook_known AS known WHERE known.webhook = webhook.id AND known.mark = ${MARK}
  AND known."from" < finding."to" AND finding."from" < known."to")`;

/** Notes that findings are no news to a webhook any more: it was told, or nobody tries to any more. */
export async function noteKnown(client: ClientBase, webhook: string, findings: readonly string[]): Promise<void> {
  await client.query(
    `${INSERT} SELECT $1::uuid, ${MARK}, finding."from", max(finding."to") FROM finding WHERE finding.id = ANY ($2::uuid[]) ${LONGEST}`,
    [webhook, findings],
  );
}

/** Notes that all findings that are there are no news to a webhook, but for those that it is still to be told. */
export async function noteAllKnown(client: ClientBase, webhook: string): Promise<void> {
  await client.query(
    `${INSERT} SELECT $1::uuid, ${MARK}, finding."from", max(finding."to") FROM finding
     WHERE NOT EXISTS (SELECT 1 FROM webhook_delivery AS due WHERE due.webhook = $1::uuid AND due.finding = finding.id) ${LONGEST}`,
    [webhook],
  );
}

/**
 * To be called before findings go, or come to cover less time than they did: whoever knew a part of one knows all of what it was, so
 * that no other part of it comes back as news.
 */
export async function keepKnown(client: ClientBase, findings: readonly string[]): Promise<void> {
  if (findings.length === 0) return;
  await client.query(
    `${INSERT} SELECT known.webhook, known.mark, finding."from", max(finding."to") FROM finding
     JOIN webhook_known AS known ON known.mark = ${MARK} AND known."from" < finding."to" AND finding."from" < known."to"
     WHERE finding.id = ANY ($1::uuid[]) ${LONGEST}`,
    [findings],
  );
}
