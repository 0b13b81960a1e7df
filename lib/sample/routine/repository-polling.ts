import { connect } from '../happenings';
import { everyNth } from '../scene';
import { HOUR, MINUTE } from '../week';
import { podEnd, worldEnd, writeCloudFlow, writeDnsQuery } from '../writers';
import type { Routine } from './routine';

const EVERY = 3 * MINUTE;

/** The deployer looks for changes every three minutes, in a repository outside: it calls out as regularly as malware would. */
export const repositoryPolling: Routine = {
  name: 'repository-polling',
  hour(scene, from) {
    const { cluster, random } = scene;
    const ip = cluster.outside.git;
    for (let at = from + 52_000_000, index = 0; at < from + HOUR; at += EVERY, index += 1) {
      if (!everyNth(scene, index)) continue;
      const pod = cluster.pod('gitops', at, random);
      const begun = at + random.below(6_000_000);
      if (index % 5 === 0)
        writeDnsQuery(scene, { at: begun - 30_000, client: pod, name: `git.${cluster.names.domain}` });
      connect(scene, { at: begun, from: podEnd(pod), to: worldEnd(ip), port: 443, lastsMs: 400 });
      writeCloudFlow(scene, {
        at: begun,
        seconds: 1,
        node: pod.node,
        from: { ip: pod.ip, port: random.clientPort() },
        to: { ip, port: 443 },
        packets: random.between(14, 30),
        bytes: random.between(3800, 9200),
        direction: 'egress',
      });
    }
  },
};
