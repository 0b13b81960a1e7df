import type { Role } from '../cluster';
import { timesOf } from '../scene';
import { HOUR, visitors } from '../week';
import { podEnd, writeDnsQuery, writeFlow } from '../writers';
import type { Routine } from './routine';

const INSIDE: Readonly<Partial<Record<Role, readonly string[]>>> = {
  shop: ['cart.shop', 'orders.shop', 'redis.data'],
  cart: ['redis.data'],
  orders: ['payments.payments', 'postgres.data'],
  documents: ['postgres.data'],
  mailer: ['orders.shop'],
  payments: ['ledger.payments', 'postgres.data'],
  ledger: ['postgres.data', 'payments.payments'],
  gitops: ['argocd-repo-server.argocd', 'argocd-redis.argocd'],
};
const CLIENTS: readonly Role[] = [
  'shop',
  'shop',
  'cart',
  'orders',
  'documents',
  'mailer',
  'payments',
  'payments',
  'ledger',
  'gitops',
];

/** Names that pods look up, services of the cluster and a few outside; search domains make misses of the latter. */
export const nameLookups: Routine = {
  name: 'name-lookups',
  hour(scene, from) {
    const { cluster, random } = scene;
    const outside: Readonly<Partial<Record<Role, readonly string[]>>> = {
      payments: [`api.bank.example`],
      mailer: [`smtp.mailhouse.example`],
      gitops: [`git.${cluster.names.domain}`],
    };
    for (let left = timesOf(scene, 70 * (0.5 + visitors(from) / 2)); left > 0; left -= 1) {
      const at = from + random.below(HOUR);
      const role = random.of(CLIENTS);
      const client = cluster.pod(role, at, random);
      const far = outside[role];
      if (far !== undefined && random.chance(0.3)) {
        const name = random.of(far);
        writeDnsQuery(scene, { at, client, name: `${name}.${client.namespace}.svc.cluster.local`, code: 'NXDOMAIN' });
        writeDnsQuery(scene, { at: at + 900, client, name: `${name}.svc.cluster.local`, code: 'NXDOMAIN' });
        writeDnsQuery(scene, { at: at + 2100, client, name });
        continue;
      }
      const name = `${random.of(INSIDE[role] ?? ['kubernetes.default'])}.svc.cluster.local`;
      writeDnsQuery(scene, { at, client, name });
      if (random.chance(0.5)) writeDnsQuery(scene, { at: at + 400, client, name, type: 'AAAA' });
      if (random.chance(0.2)) {
        const server = cluster.pod('dns', at, random);
        writeFlow(scene, {
          at: at - 200,
          from: podEnd(client),
          to: podEnd(server),
          port: 53,
          clientPort: random.clientPort(),
          protocol: 'UDP',
        });
      }
    }
  },
};
