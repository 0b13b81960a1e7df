/** Ingress controllers, gateways and mesh proxies, by the names of their pods, containers and namespaces. */
const PROXY =
  /(?:^|[/_-])(?:ingress-nginx|nginx-ingress|nginx-gateway|istio-proxy|istio-ingress|istio-egress|ingressgateway|egressgateway|linkerd-proxy|envoy|traefik|haproxy|router-default|openshift-router|contour|kong|emissary|caddy-ingress|ztunnel)(?:[/_.-]|$)/;

/** Those who answer for names: CoreDNS's pods, OpenShift's, those of the cache on every node, and who came before them. */
const NAME_SERVER = /(?:^|[/_-])(?:coredns|dns-default|nodelocaldns|node-local-dns|kube-dns)(?:[/_.-]|$)/;

/** Whether a name, or a path with such names in it, is that of a proxy that others' requests go through. */
export function isProxyName(name: string): boolean {
  return PROXY.test(name);
}

/** Whether a name, or a path with such names in it, is that of a cluster's name server. */
export function isNameServerName(name: string): boolean {
  return NAME_SERVER.test(name);
}
