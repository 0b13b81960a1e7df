import { whileAllowed } from '@/lib/auth';
import { BadRequest } from '@/lib/errors';
import { TAIL_NOTES, tailParameters } from '@/lib/interface';
import { type TailNews, tailEvents } from '@/lib/store';
import { eventStream, parameters, respond } from '../respond';
import { textStream } from '../text-stream';

export const dynamic = 'force-dynamic';

/** Server-sent events; a browser that connects again says with `Last-Event-ID` how far it was. */
export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/tail', async () => {
    const given = parameters(request, tailParameters);
    const after = lastEventId(request) ?? given.after;
    const signal = whileAllowed(request, 'GET /api/tail');
    const news = tailEvents(after === undefined ? given : { ...given, after }, signal);
    return eventStream(await textStream(messagesOf(news)));
  });
}

function lastEventId(request: Request): string | undefined {
  const id = request.headers.get('last-event-id') ?? '';
  if (id.length > 40) throw new BadRequest('Last-Event-ID: it is none that this server gave');
  return id === '' ? undefined : id;
}

async function* messagesOf(steps: AsyncGenerator<readonly TailNews[]>): AsyncGenerator<string> {
  let head = RETRY;
  for await (const step of steps) {
    yield head + step.map(messageOf).join('');
    head = '';
  }
}

/** JSON has no line breaks, so each value is one `data` line (HTML Standard, 9.2). */
function messageOf(news: TailNews): string {
  const id = `id: ${news.position}\n`;
  switch (news.kind) {
    case 'event':
      return `${id}data: ${JSON.stringify(news.event)}\n\n`;
    case 'many':
      return `${id}event: ${TAIL_NOTES.many}\ndata: ${JSON.stringify(news.many)}\n\n`;
    case 'gap':
      return `${id}event: ${TAIL_NOTES.gap}\ndata: ${JSON.stringify({ message: GAP })}\n\n`;
    case 'position':
      // Also a sign of life; without data it is no event, but the browser remembers where it is.
      return `${id}: \n\n`;
  }
}

/** A server that starts again is back within seconds. */
const RETRY = 'retry: 1000\n\n';
const GAP = 'what arrived while nobody followed is no longer in order; ask for the events themselves';
