import { afterAll, expect, test } from 'vitest';
import { Prisma } from '@/lib/generated/prisma/client';
import { closeStore, pool, prisma } from './client';

afterAll(closeStore);

const MODELS = [
  ['source', Prisma.SourceScalarFieldEnum, () => prisma().source.findFirst()],
  ['file', Prisma.FileScalarFieldEnum, () => prisma().file.findFirst()],
  ['segment', Prisma.SegmentScalarFieldEnum, () => prisma().segment.findFirst()],
  ['event', Prisma.EventScalarFieldEnum, () => prisma().event.findFirst()],
  ['event_row', Prisma.EventRowScalarFieldEnum, () => prisma().eventRow.findFirst()],
  ['pattern', Prisma.PatternScalarFieldEnum, () => prisma().pattern.findFirst()],
  ['event_part', Prisma.EventPartScalarFieldEnum, () => prisma().eventPart.findFirst()],
  ['raw_block', Prisma.RawBlockScalarFieldEnum, () => prisma().rawBlock.findFirst()],
  ['column_block', Prisma.ColumnBlockScalarFieldEnum, () => prisma().columnBlock.findFirst()],
  ['column_part', Prisma.ColumnPartScalarFieldEnum, () => prisma().columnPart.findFirst()],
  ['value_count', Prisma.ValueCountScalarFieldEnum, () => prisma().valueCount.findFirst()],
  ['tally', Prisma.TallyScalarFieldEnum, () => prisma().tally.findFirst()],
  ['finding', Prisma.FindingScalarFieldEnum, () => prisma().finding.findFirst()],
  ['finding_change', Prisma.FindingChangeScalarFieldEnum, () => prisma().findingChange.findFirst()],
  ['detection', Prisma.DetectionScalarFieldEnum, () => prisma().detection.findFirst()],
  ['rule', Prisma.RuleScalarFieldEnum, () => prisma().rule.findFirst()],
  ['rule_segment', Prisma.RuleSegmentScalarFieldEnum, () => prisma().ruleSegment.findFirst()],
  ['rule_hit', Prisma.RuleHitScalarFieldEnum, () => prisma().ruleHit.findFirst()],
  ['webhook', Prisma.WebhookScalarFieldEnum, () => prisma().webhook.findFirst()],
  ['webhook_delivery', Prisma.WebhookDeliveryScalarFieldEnum, () => prisma().webhookDelivery.findFirst()],
  ['webhook_known', Prisma.WebhookKnownScalarFieldEnum, () => prisma().webhookKnown.findFirst()],
  ['hunt', Prisma.HuntScalarFieldEnum, () => prisma().hunt.findFirst()],
  ['hunt_version', Prisma.HuntVersionScalarFieldEnum, () => prisma().huntVersion.findFirst()],
  ['evidence_copy', Prisma.EvidenceCopyScalarFieldEnum, () => prisma().evidenceCopy.findFirst()],
  ['access_token', Prisma.AccessTokenScalarFieldEnum, () => prisma().accessToken.findFirst()],
  ['person', Prisma.UserScalarFieldEnum, () => prisma().user.findFirst()],
  ['person_session', Prisma.SessionScalarFieldEnum, () => prisma().session.findFirst()],
  ['person_account', Prisma.AccountScalarFieldEnum, () => prisma().account.findFirst()],
  ['person_verification', Prisma.VerificationScalarFieldEnum, () => prisma().verification.findFirst()],
  ['password_link', Prisma.PasswordLinkScalarFieldEnum, () => prisma().passwordLink.findFirst()],
  ['sign_in_attempt', Prisma.SignInAttemptScalarFieldEnum, () => prisma().signInAttempt.findFirst()],
  ['audit_entry', Prisma.AuditEntryScalarFieldEnum, () => prisma().auditEntry.findFirst()],
  ['raw_tail', Prisma.RawTailScalarFieldEnum, () => prisma().rawTail.findFirst()],
  ['batch', Prisma.BatchScalarFieldEnum, () => prisma().batch.findFirst()],
  ['record_key', Prisma.RecordKeyScalarFieldEnum, () => prisma().recordKey.findFirst()],
  ['retention', Prisma.RetentionScalarFieldEnum, () => prisma().retention.findFirst()],
  ['proof', Prisma.ProofScalarFieldEnum, () => prisma().proof.findFirst()],
  ['link', Prisma.LinkScalarFieldEnum, () => prisma().link.findFirst()],
  ['arrival', Prisma.ArrivalScalarFieldEnum, () => prisma().arrival.findFirst()],
] as const;

test.each(MODELS)('table %s has the columns that Prisma knows, and no others', async (table, fields, find) => {
  // A column that the migrations lack makes the question fail; one that the schema lacks makes the counts differ.
  await find();
  const { rows } = await pool().query<{ columns: number }>(
    `SELECT count(*)::int AS columns FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1`,
    [table],
  );
  expect(rows[0]?.columns).toBe(Object.keys(fields).length);
});
