import { layerParameters } from '@/lib/interface';
import { navigatorLayer, readMatrix } from '@/lib/store';
import { download, parameters, respond } from '../../respond';
import { textStream } from '../../text-stream';

export const dynamic = 'force-dynamic';

/** A file, so that a link saves it under a name that the Navigator's dialog finds. */
export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/matrix/layer', async () => {
    const range = parameters(request, layerParameters);
    const text = JSON.stringify(navigatorLayer(await readMatrix({ ...range, matrix: 'attack' }, request.signal)));
    return download(await textStream(only(text)), 'trackway-layer.json', 'application/json', Buffer.byteLength(text));
  });
}

async function* only(text: string): AsyncGenerator<string> {
  yield text;
}
