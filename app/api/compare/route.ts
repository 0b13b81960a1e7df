import { compareParameters } from '@/lib/interface';
import { readComparison } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/compare', () =>
    readComparison(parameters(request, compareParameters), request.signal),
  );
}
