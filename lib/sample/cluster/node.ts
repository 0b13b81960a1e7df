import type { Random } from '../random';

export interface Node {
  readonly name: string;
  readonly ip: string;
  readonly role: 'control-plane' | 'worker';
  /** The number of its pods' network: `10.42.<number>.0/24`. */
  readonly number: number;
  /** Its interface and machine in the cloud. */
  readonly eni: string;
  readonly instance: string;
}

const WORKERS = 4;

/** A control plane node and four workers, named as kind and kubeadm guides name them. */
export function makeNodes(cluster: string, random: Random): readonly Node[] {
  const net = random.between(10, 60);
  return Array.from({ length: 1 + WORKERS }, (_, index) => ({
    name: index === 0 ? `${cluster}-control-plane` : `${cluster}-worker${index === 1 ? '' : index}`,
    ip: `10.${net}.1.${10 + index * random.between(1, 9)}`,
    role: index === 0 ? 'control-plane' : 'worker',
    number: index,
    eni: `eni-0${random.hex(16)}`,
    instance: `i-0${random.hex(16)}`,
  }));
}
