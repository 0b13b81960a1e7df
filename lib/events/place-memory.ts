import type { LogType } from './log-type';

/** As much of a place as decides a type; null where nobody said. */
export interface Place {
  readonly namespace: string | null;
  readonly pod: string | null;
  readonly container: string | null;
  readonly component: string | null;
  readonly unit: string | null;
}

interface Decision extends Place {
  readonly path: string;
  readonly type: LogType | null;
}

const PODS_MAX = 8192;
/** Names of Kubernetes are shorter; longer ones are not kept. */
const NAME_MAX = 253;

/** What was decided of places. A pod writes many lines, and each of them asks again. */
export class PlaceMemory {
  /** By pod: what was decided last. */
  private readonly decisions = new Map<string | null, Decision>();

  /** Undefined where nothing is known. */
  find(place: Place, path: string): LogType | null | undefined {
    const known = this.decisions.get(place.pod);
    if (known === undefined || known.path !== path) return undefined;
    if (known.container !== place.container || known.namespace !== place.namespace) return undefined;
    return known.component === place.component && known.unit === place.unit ? known.type : undefined;
  }

  keep({ namespace, pod, container, component, unit }: Place, path: string, type: LogType | null): void {
    const names = [namespace, pod, container, component, unit];
    if (names.some((name) => name !== null && name.length > NAME_MAX)) return;
    if (this.decisions.size >= PODS_MAX) this.decisions.clear();
    const key = own(pod);
    this.decisions.set(key, {
      namespace: own(namespace),
      pod: key,
      container: own(container),
      component: own(component),
      unit: own(unit),
      path,
      type,
    });
  }
}

/** A copy: a slice of a line would keep all of the line in memory. */
function own(name: string | null): string | null {
  return name === null ? null : String(JSON.parse(JSON.stringify(name)));
}
