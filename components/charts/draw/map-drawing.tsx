'use client';

import { useMemo } from 'react';
import type { ChartMark } from '../chart-mark';
import { shortFigure } from '../prepare/figure-text';
import type { MapNode } from '../prepare/map-nodes';
import type { MapEdge, ServiceMap } from '../prepare/prepare-map';
import { cutMiddle } from '../prepare/thin-labels';
import { type PlacedNode, pathOfEdge, placedNodes } from './map-layout';
import { MarkSurface, markAt } from './mark-surface';
import { charactersIn, MONO, NAME_SIZE, type PictureSize } from './picture-size';

interface MapDrawingProps extends PictureSize {
  label: string;
  map: ServiceMap;
  onChoose: (mark: ChartMark) => void;
  onPoint: (text: string | null) => void;
}

const THICKEST = 7;

/** Services as dots, from those that only send at the left to those that only receive at the right, and a line for each pair. */
export function MapDrawing({ label, map, width, height, onChoose, onPoint }: MapDrawingProps) {
  const { nodes, edges } = map;
  const placed = useMemo(() => placedNodes(map, width, height), [map, width, height]);
  // Edges come first for the keys; the nodes behind them.
  const lines = useMemo(() => [...edges, ...nodes].map(({ mark }) => [mark]), [edges, nodes]);
  return (
    <MarkSurface {...{ label, width, height, lines, onChoose, onPoint }}>
      {(current) => (
        <>
          {edges.map((edge, index) => (
            <Edge
              key={edge.mark.text}
              {...{ edge, index, placed }}
              isCurrent={isCurrentEdge(edge, index, map, current?.line)}
            />
          ))}
          {nodes.map((node, index) => {
            const place = placed[index];
            const line = edges.length + index;
            return place === undefined ? null : (
              <Node key={node.name} {...{ node, place, line }} isCurrent={current?.line === line} unit={map.unit} />
            );
          })}
        </>
      )}
    </MarkSurface>
  );
}

/** Pointing at a node points at all of its lines. */
function isCurrentEdge(edge: MapEdge, index: number, { edges }: ServiceMap, line: number | undefined): boolean {
  if (line === undefined) return false;
  const node = line - edges.length;
  return node < 0 ? line === index : edge.from === node || edge.to === node;
}

interface EdgeProps {
  edge: MapEdge;
  index: number;
  placed: readonly PlacedNode[];
  isCurrent: boolean;
}

function Edge({ edge, index, placed, isCurrent }: EdgeProps) {
  const [from, to] = [placed[edge.from], placed[edge.to]];
  if (from === undefined || to === undefined) return null;
  const path = pathOfEdge(from, to);
  const color = edge.isDenied ? 'var(--error)' : edge.isNew ? 'var(--accent)' : 'var(--network)';
  const thickness = 1 + Math.sqrt(edge.share) * (THICKEST - 1);
  return (
    <g {...markAt(index)} className="cursor-pointer" fill="none">
      <path d={path} stroke="transparent" strokeWidth={Math.max(8, thickness)} />
      <path
        d={path}
        stroke={isCurrent ? 'var(--text)' : color}
        strokeOpacity={isCurrent ? 0.95 : edge.isDenied ? 0.85 : edge.isNew ? 0.6 : 0.4}
        strokeWidth={edge.isDenied ? Math.max(1.5, thickness / 2) : thickness}
        strokeDasharray={edge.isDenied ? '3 3' : edge.isNew ? '9 3' : undefined}
      />
    </g>
  );
}

interface NodeProps {
  node: MapNode;
  place: PlacedNode;
  line: number;
  isCurrent: boolean;
  unit: ServiceMap['unit'];
}

function Node({ node, place, line, isCurrent, unit }: NodeProps) {
  const { x, y, radius, textX, anchor, room } = place;
  const figure = shortFigure(node.figure, unit);
  const characters = charactersIn(room);
  const showsFigure = characters > node.label.length + figure.length + 2;
  return (
    <g {...markAt(line)} className="cursor-pointer">
      <circle
        cx={x}
        cy={y}
        r={radius}
        fill={isCurrent ? 'var(--text)' : 'var(--network)'}
        stroke="var(--panel)"
        strokeWidth={1.5}
      />
      <text
        x={textX}
        y={y}
        textAnchor={anchor}
        dominantBaseline="central"
        fontFamily={MONO}
        fontSize={NAME_SIZE}
        fill={isCurrent ? 'var(--accent)' : 'var(--text)'}
        stroke="var(--panel)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {cutMiddle(node.label, characters)}
        {showsFigure ? (
          <tspan dx={6} fill="var(--faint)">
            {figure}
          </tspan>
        ) : null}
      </text>
    </g>
  );
}
