import type { ReadContext } from './read-context';

/** Names that ingress controllers and mesh proxies go by: their pods, containers and namespaces. */
const NAMES =
  /(?:^|[/_-])(?:ingress-nginx|nginx-ingress|nginx-gateway|istio-proxy|ingressgateway|egressgateway|envoy|traefik|haproxy|router-default|contour|kong|emissary|caddy-ingress)(?:[/_.-]|$)/;

/** Whether the lines are those of an ingress controller or a mesh proxy, by the file's path or by the banner above them. */
export function isProxyPlace(context: ReadContext): boolean {
  const { path, scope } = context;
  return NAMES.test(path) || (scope !== null && NAMES.test(`${scope.namespace}/${scope.pod}/${scope.container}`));
}
