import { connect, failLogin, logIn, runAsRoot } from '../happenings';
import { dayOf, HOUR, hourOfDay, isWorkday, MINUTE, SECOND } from '../week';
import { nodeEnd, worldEnd, writeExecution } from '../writers';
import type { Routine } from './routine';

const COMMANDS = [
  ['/usr/bin/journalctl', '-u', 'kubelet', '--since', '-1h'],
  ['/usr/bin/crictl', 'ps'],
  ['/usr/bin/df', '-h'],
  ['/usr/bin/systemctl', 'status', 'containerd'],
  ['/usr/bin/apt-get', 'update'],
];
/** On Saturday evening somebody is called. */
const ON_CALL = { day: 5, hour: 21 };
const FIRST_UID = 1001;

/** Those who run the machines log in with a key from the bastion, and look around as root. A password is mistyped now and then. */
export const administrators: Routine = {
  name: 'administrators',
  hour(scene, from) {
    const { cluster, random } = scene;
    const hour = hourOfDay(from);
    const inOffice = isWorkday(from) && hour >= 8 && hour < 18 && random.chance(0.28);
    if (!inOffice && !(dayOf(from) === ON_CALL.day && hour === ON_CALL.hour)) return;
    const operators = cluster.people.filter(({ operates }) => operates);
    const person = random.of(operators);
    const node = random.of(cluster.nodes);
    const at = from + random.below(HOUR - 30 * MINUTE);
    const login = { user: person.name, uid: FIRST_UID + operators.indexOf(person), from: cluster.bastion };
    connect(scene, {
      at: at - 2 * SECOND,
      from: worldEnd(cluster.bastion),
      to: nodeEnd(node),
      port: 22,
      lastsMs: 500_000,
    });
    if (random.chance(0.15)) failLogin(scene, node, at - 20 * SECOND, person.name, cluster.bastion, true);
    const pid = logIn(scene, node, { ...login, at, method: 'publickey', seconds: random.between(120, 1500) });
    let then = at + 20 * SECOND;
    for (let left = random.between(1, 4); left > 0; left -= 1) {
      const argv = random.of(COMMANDS);
      runAsRoot(scene, node, then, person.name, argv.join(' '));
      writeExecution(scene, node, {
        at: then + 20_000,
        argv,
        cwd: `/home/${person.name}`,
        auid: login.uid,
        uid: 0,
        parent: pid,
        tty: 'pts0',
        key: 'rootcmd',
      });
      then += random.between(10, 90) * SECOND;
    }
  },
};
