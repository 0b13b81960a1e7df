import { WeekClock } from './clock.mjs';
import { isPlanted, NEEDLES } from './needles.mjs';
import { skewed } from './skewed.mjs';

const NEEDLE_EVERY = 20_000;
const PORTS = skewed([443, 10_250, 5432, 53, 22, 6443, 80, 3389], 0.7);
const PROTOCOLS = skewed([6, 17, 1], 1.8);

/** Records of AWS VPC flow logs in their default format, version 2, about 120 B each. */
export function vpcLines(cluster, random, count) {
  const clock = new WeekClock(count);
  return (index) => {
    const end = Math.floor(clock.next(random) / 1000);
    const from = cluster.node(random);
    const inside = random.chance(0.55);
    const to = isPlanted(index, NEEDLE_EVERY)
      ? NEEDLES.address
      : inside
        ? cluster.pod(random).ip
        : cluster.outsider(random);
    const packets = 1 + random.small(600);
    const card = `eni-0${from.ip.replaceAll('.', '').padStart(8, '0')}${from.name.length}f3c2ad`;
    const action = random.chance(inside ? 0.01 : 0.08) ? 'REJECT' : 'ACCEPT';
    return (
      `2 104295817663 ${card} ${from.ip} ${to} ${32_768 + random.below(28_000)} ${PORTS(random)} ${PROTOCOLS(random)} ` +
      `${packets} ${packets * (52 + random.below(1400))} ${end - 60} ${end} ${action} OK`
    );
  };
}
