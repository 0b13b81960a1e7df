import type { Random } from '../random';
import { DAY, HOUR, WEEK_START } from '../week';
import type { Caller } from './caller';
import type { Names } from './names';

/** Somebody who works with the cluster. */
export interface Person {
  readonly name: string;
  readonly caller: Caller;
  readonly namespaces: readonly string[];
  /** The first day of work. */
  readonly since: number;
  /** May log in to the machines. */
  readonly operates: boolean;
}

const SYSTEMS = ['darwin/arm64', 'linux/amd64', 'darwin/arm64', 'windows/amd64'];
const SCOPES: readonly (readonly string[])[] = [
  ['shop', 'data', 'payments', 'kube-system', 'monitoring'],
  ['shop', 'data', 'kube-system', 'ingress-nginx'],
  ['shop'],
  ['payments', 'data'],
  ['shop', 'payments'],
  ['shop'],
];
const OPERATORS = 2;
/** Somebody new begins on Wednesday. */
const NEW_SINCE = WEEK_START + 2 * DAY + 9 * HOUR;

export function makePeople(names: Names, office: string, random: Random): readonly Person[] {
  return names.people.map((name, index) => {
    const operates = index < OPERATORS;
    const group = operates ? 'platform' : 'developers';
    return {
      name,
      namespaces: SCOPES[index] ?? ['shop'],
      since: index === names.people.length - 1 ? NEW_SINCE : 0,
      operates,
      caller: {
        user: `${name}@${names.domain}`,
        groups: [group, 'system:authenticated'],
        agent: `kubectl/v1.${random.between(30, 32)}.${random.between(1, 6)} (${random.of(SYSTEMS)}) kubernetes/${random.hex(7)}`,
        ip: office.replace(/\d+$/, String(20 + index * 7)),
        grant: `RBAC: allowed by ClusterRoleBinding "${group}" of ClusterRole "${operates ? 'cluster-operator' : 'edit'}" to Group "${group}"`,
      },
    };
  });
}
