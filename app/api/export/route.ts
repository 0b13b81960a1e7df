import { exportParameters } from '@/lib/interface';
import { EVENT_LINES, exportEvents } from '@/lib/store';
import { download, parameters, respond } from '../respond';
import { textStream } from './text-stream';

export const dynamic = 'force-dynamic';

const MEDIA_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const;

export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const { format, ...selection } = parameters(request, exportParameters);
    const pages = exportEvents(selection, request.signal);
    const body = await textStream(pages, EVENT_LINES[format]);
    return download(body, `events.${format}`, MEDIA_TYPES[format], null);
  });
}
