import { listAudit } from '@/lib/auth';
import { auditParameters } from '@/lib/interface';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/audit', () => listAudit(parameters(request, auditParameters)));
}
