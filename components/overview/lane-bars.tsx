import type { Lane } from '@/components/explorer';

/** A lane's bars as one shape. The numbers beside it say the same to those who cannot see it. */
export function LaneBars({ lane, color }: { lane: Lane; color: string }) {
  return (
    <svg
      viewBox={`0 0 ${lane.bars.length} 1`}
      preserveAspectRatio="none"
      className="block h-full w-full"
      aria-hidden="true"
    >
      <path d={shapeOf(lane)} fill={color} opacity={0.7} />
    </svg>
  );
}

function shapeOf(lane: Lane): string {
  return lane.bars.map(({ height }, index) => (height === 0 ? '' : `M${index} 1v${-height}h.84v${height}z`)).join('');
}
