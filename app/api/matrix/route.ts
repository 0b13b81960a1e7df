import { matrixParameters } from '@/lib/interface';
import { readMatrix } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/matrix', () => readMatrix(parameters(request, matrixParameters), request.signal));
}
