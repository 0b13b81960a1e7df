import { patternsParameters } from '@/lib/interface';
import { readPatterns } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/patterns', () =>
    readPatterns(parameters(request, patternsParameters), request.signal),
  );
}
