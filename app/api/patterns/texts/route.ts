import { patternTextsParameters } from '@/lib/interface';
import { readPatternTexts } from '@/lib/store';
import { parameters, respond } from '../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/patterns/texts', () =>
    readPatternTexts(parameters(request, patternTextsParameters).ids, request.signal),
  );
}
