import { type EventAnswer, exportParameters } from '@/lib/interface';
import { EVENT_LINES, exportEvents } from '@/lib/store';
import { download, parameters, respond } from '../respond';
import { textStream } from '../text-stream';

export const dynamic = 'force-dynamic';

const MEDIA_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const;

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/export', async () => {
    const { format, ...selection } = parameters(request, exportParameters);
    const body = await textStream(linesOf(exportEvents(selection, request.signal), format));
    return download(body, `events.${format}`, MEDIA_TYPES[format], null);
  });
}

async function* linesOf(
  pages: AsyncGenerator<readonly EventAnswer[]>,
  format: keyof typeof EVENT_LINES,
): AsyncGenerator<string> {
  const lines = EVENT_LINES[format];
  let head = lines.head;
  for await (const page of pages) {
    yield head + page.map((event) => lines.line(event)).join('');
    head = '';
  }
}
