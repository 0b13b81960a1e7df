import { request } from '../example-request';
import { WITH_OWN_WILL } from '../identities';
import type { ReadyHunt } from '../ready-hunt';

export const exposedServices: ReadyHunt = {
  name: 'exposed-services',
  title: 'Doors opened to the outside',
  hypothesis: 'Somebody opens a way in that was not there: a service on every node, a load balancer, a forwarded port.',
  type: 'audit',
  tactics: ['Initial Access', 'Persistence'],
  techniques: ['T1133', 'T1572'],
  lookFor:
    'Services of databases, dashboards or the API on a NodePort or LoadBalancer, external addresses of a service (which can take over the traffic of others), forwarded ports of databases.',
  falsePositives: 'Developers who forward a port to look at something, and new services that are meant for the public.',
  next: [
    { title: 'Who came through it', q: 'type:network dst_port:0 | count by src_ip, dst_ip, dst_pod' },
    {
      title: 'What else the user changed',
      q: 'type:audit user:"NAME" -verb:(get or list or watch) | count by verb, resource, name',
    },
  ],
  steps: [
    {
      title: 'Services that reach outside',
      types: ['audit'],
      q: `type:audit resource:services verb:(create or update or patch) not status>=400 (service.type:(NodePort or LoadBalancer) or service.externalIPs:*) ${WITH_OWN_WILL} | count by user, verb, namespace, name, service.type, service.externalIPs`,
      needs: { bodiesOf: ['services'] },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        request({ user: 'ann', verb: 'create', resource: 'services', status: 201 }, { 'service.type': 'NodePort' }),
        request(
          { user: 'ann', verb: 'patch', resource: 'services', status: 200 },
          { 'service.externalIPs': '203.0.113.9' },
        ),
      ],
      misses: [
        request({ user: 'ann', verb: 'create', resource: 'services', status: 201 }, { 'service.type': 'ClusterIP' }),
      ],
    },
    {
      title: 'Forwarded ports',
      types: ['audit'],
      q: `type:audit resource:(pods or services) subresource:portforward verb:(create or get) not status>=400 ${WITH_OWN_WILL} | count by user, namespace, name, portforward.ports`,
      onSample: { lastDay: 0, quietDays: 6, because: 'people who look into the database' },
      hits: [
        request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'portforward', name: 'db-0', status: 101 }),
      ],
      misses: [request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'log', name: 'db-0', status: 200 })],
    },
    {
      title: 'Ingresses and routes made or changed',
      types: ['audit'],
      q: `type:audit resource:(ingresses or routes or httproutes or gateways) verb:(create or update or patch or delete) -subresource:* not status>=400 ${WITH_OWN_WILL} | count by user, verb, namespace, resource, name`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'create', resource: 'ingresses', status: 201 })],
      misses: [request({ user: 'ann', verb: 'update', resource: 'ingresses', subresource: 'status', status: 200 })],
    },
  ],
};
