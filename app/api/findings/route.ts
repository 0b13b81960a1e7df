import { findingsParameters } from '@/lib/interface';
import { readFindings } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/findings', () =>
    readFindings(parameters(request, findingsParameters), request.signal),
  );
}
