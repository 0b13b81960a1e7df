import { parseEndpoint } from './addresses';
import { NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { cut } from './json-value';
import { isProxyPlace } from './proxy-place';

/** Variables of nginx that only a request to an upstream has. */
const UPSTREAM = ['upstream_addr', 'upstream_status', 'upstream_response_time', 'proxy_upstream_name'] as const;

/** The access log of nginx as a proxy, in whatever JSON its configuration makes of its variables. */
export const proxyAccessJson: ObjectFormat = {
  name: 'proxy-access-json',
  title: 'Proxy access log as JSON',
  about: 'Requests through ingress-nginx or another nginx that names its upstream; the configuration chooses the keys.',
  source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/log-format/',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    const status = object.status ?? object.response_code;
    if (typeof status !== 'string' && typeof status !== 'number') return NOT_MINE;
    if (object.method === undefined && object.request === undefined && object.request_method === undefined)
      return NOT_MINE;
    if (!UPSTREAM.some((name) => object[name] !== undefined) && !isProxyPlace(context, event)) return NOT_MINE;
    readJsonRecord(object, event, context);
    event.type = 'network';
    event.protocol ??= 'http';
    const { upstream_addr: upstream } = object;
    const last =
      typeof upstream === 'string'
        ? cut(upstream)
            .split(/, | : /)
            .at(-1)
        : undefined;
    const server = parseEndpoint(last ?? '');
    event.dstIp ??= server?.ip ?? null;
    event.dstPort ??= server?.port ?? null;
    return READ;
  },
  examples: [
    {
      text: '{"time":"2024-05-06T07:08:09+00:00","remote_addr":"192.0.2.7","method":"GET","path":"/items","status":502,"request_time":0.25,"vhost":"shop.example","upstream_addr":"10.0.2.8:8080, 10.0.2.9:8080","upstream_status":"504, 502"}',
      event: {
        type: 'network',
        severity: 'error',
        time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000,
        srcIp: '192.0.2.7',
        dstIp: '10.0.2.9',
        dstPort: 8080,
        protocol: 'http',
        host: 'shop.example',
        status: 502,
        durationMs: 250,
        message: 'GET /items 502',
      },
    },
    { text: '{"time":"2024-05-06T07:08:09+00:00","method":"GET","path":"/items","status":502}', event: null },
    { text: '{"upstream_addr":"10.0.2.8:8080","msg":"reloaded"}', event: null },
  ],
};
