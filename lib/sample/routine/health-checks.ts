import { connect } from '../happenings';
import { everyNth } from '../scene';
import { HOUR, MINUTE } from '../week';
import { nodeEnd, podEnd } from '../writers';
import type { Routine } from './routine';

/** The kubelets ask and the ledger asks payments, each minute to the second: as regular as anything can be, and harmless. */
export const healthChecks: Routine = {
  name: 'health-checks',
  hour(scene, from) {
    const { cluster, random } = scene;
    for (let at = from, index = 0; at < from + HOUR; at += MINUTE, index += 1) {
      if (!everyNth(scene, index)) continue;
      const [shop] = cluster.running('shop', at);
      const [ledger] = cluster.running('ledger', at);
      const [payments] = cluster.running('payments', at);
      if (shop !== undefined)
        connect(scene, {
          at: at + 4_000_000 + random.below(9000),
          from: nodeEnd(shop.node),
          to: podEnd(shop),
          port: 8080,
          lastsMs: 3,
        });
      if (ledger !== undefined && payments !== undefined)
        connect(scene, {
          at: at + 11_000_000 + random.below(40_000),
          from: podEnd(ledger),
          to: podEnd(payments),
          port: 8443,
          lastsMs: 5,
        });
    }
  },
};
