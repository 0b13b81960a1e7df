import type { AuditAnswer, AuditParameters } from '@/lib/interface';
import { auditAnswer } from '@/lib/interface';
import { prisma } from '@/lib/store';

/** A page of the trail, the newest first. */
export async function listAudit({ limit, before }: AuditParameters): Promise<AuditAnswer> {
  const rows = await prisma().auditEntry.findMany({
    where: before === undefined ? {} : { id: { lt: BigInt(before) } },
    orderBy: { id: 'desc' },
    take: limit + 1,
    omit: { actorId: true },
  });
  const entries = rows
    .slice(0, limit)
    .map(({ id, time, ...rest }) => ({ ...rest, id: Number(id), time: time.toISOString() }));
  return auditAnswer.parse({ entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null });
}
