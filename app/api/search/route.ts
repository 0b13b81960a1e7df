import { selectionParameters } from '@/lib/interface';
import { searchWithProgress } from '@/lib/store';
import { jsonLines, parameters, respond } from '../respond';
import { textStream } from '../text-stream';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/search', async () => {
    const selection = parameters(request, selectionParameters);
    return jsonLines(await textStream(linesOf(searchWithProgress(selection, request.signal))));
  });
}

async function* linesOf(values: AsyncGenerator<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}
