import { HTTP_FIELDS } from './http-fields';
import type { LogSourceMapping } from './log-source';

export const proxy: LogSourceMapping = {
  name: 'proxy',
  title: 'Web proxies',
  about: 'Requests that went through a proxy or a mesh: Envoy, Istio, ingress controllers, Squid-like access logs.',
  sources: [{ category: 'proxy', product: '*', service: '*' }],
  types: ['network', 'application'],
  events: 'type:(network or application) and (method:* or protocol:http)',
  fields: HTTP_FIELDS,
  ownFields: false,
  examples: [
    {
      detection: `
        selection:
          c-uri-extension: [exe, ps1]
          c-useragent|contains: curl
        condition: selection`,
      finds: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET /a/b.EXE?x=1 HTTP/1.1" 200 59 "-" "curl/8"',
      misses: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET /a/b?x=1.exe HTTP/1.1" 200 59 "-" "curl/8"',
    },
  ],
};
