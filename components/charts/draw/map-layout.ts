import type { ServiceMap } from '../prepare/prepare-map';

export interface PlacedNode {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Where its name begins or, at the right, ends. */
  readonly textX: number;
  readonly anchor: 'start' | 'end';
  /** How wide its name may be. In pixels, as all here. */
  readonly room: number;
}

const EDGE = 10;
const RADIUS_MIN = 3;
const RADIUS_MAX = 7;
const GAP = 6;
/** What of a lane names may take; the rest is for the lines. */
const NAME_SHARE = 0.72;

/** Places for the nodes: three columns, or as many as have any, each spread over the height; the heavier a node, the larger. */
export function placedNodes({ nodes }: ServiceMap, width: number, height: number): PlacedNode[] {
  const columns = [...new Set(nodes.map(({ column }) => column))].sort();
  const heaviest = nodes.reduce((most, { figure }) => Math.max(most, figure), 1);
  return nodes.map(({ column, place, figure }) => {
    const rank = columns.indexOf(column);
    const isLast = rank === columns.length - 1 && columns.length > 1;
    // Each column has a lane of its own, so that names do not meet; the last one's are before its dots.
    const lane = width / Math.max(2, columns.length);
    const x = isLast ? width - EDGE : EDGE + rank * lane;
    const count = nodes.filter((other) => other.column === column).length;
    const radius = RADIUS_MIN + Math.sqrt(figure / heaviest) * (RADIUS_MAX - RADIUS_MIN);
    return {
      x,
      y: ((place + 0.5) / count) * height,
      radius,
      textX: isLast ? x - radius - GAP : x + radius + GAP,
      anchor: isLast ? 'end' : 'start',
      room: lane * NAME_SHARE - RADIUS_MAX - GAP,
    };
  });
}

/** A curve from one node to another; between nodes of one column it goes out to the right and back. */
export function pathOfEdge(from: PlacedNode, to: PlacedNode): string {
  const [startX, startY, endX, endY] = [from.x, from.y, to.x, to.y].map((value) => Math.round(value * 10) / 10);
  if (from === to) return `M${startX} ${startY}c 22 -14 22 14 0 0`;
  if (startX === endX) {
    const out = 24 + Math.abs(from.y - to.y) / 4;
    return `M${startX} ${startY}C${from.x + out} ${startY} ${to.x + out} ${endY} ${endX} ${endY}`;
  }
  const half = Math.round((from.x + to.x) / 2);
  return `M${startX} ${startY}C${half} ${startY} ${half} ${endY} ${endX} ${endY}`;
}
