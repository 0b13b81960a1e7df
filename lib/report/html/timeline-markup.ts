import { formatCount, formatCounted, formatDuration } from '@/lib/text';
import type { Lane, PlacedPin, TimelinePicture } from '../document/timeline-picture';
import { element, type Markup } from './element';

/** In units of the picture, which is as wide as the page. */
const WIDTH = 1000;
const LEFT = 116;
const RIGHT = 12;
const TOP = 22;
const LANE = 62;
const BARS = 34;
const AXIS = 22;
/** The most that the words of a flag take. */
const FLAG = 76;
const PLOT = WIDTH - LEFT - RIGHT;

/** Five lanes of bars with the marks of evidence and findings; what it shows is also said in words and in a table. */
export function timelineMarkup(picture: TimelinePicture): Markup {
  const height = TOP + picture.lanes.length * LANE + AXIS;
  const drawing = element(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
      'aria-label': `Timeline of five lanes from ${picture.from} to ${picture.to}; the table below it has the figures.`,
      class: 'timeline',
    },
    ticksMarkup(picture, height),
    picture.lanes.map((lane, index) => laneMarkup(lane, TOP + index * LANE)),
  );
  return element('figure', {}, drawing, captionMarkup(picture), figuresTable(picture));
}

function ticksMarkup({ ticks, zone }: TimelinePicture, height: number): Markup[] {
  const bottom = height - AXIS;
  return [
    ...ticks.map(({ at, label, strong }) => {
      const x = figure(placeOf(at));
      return element(
        'g',
        { class: strong ? 'tick day' : 'tick' },
        element('line', { x1: x, x2: x, y1: String(TOP - 6), y2: String(bottom) }),
        element('text', { x, y: String(bottom + 15), 'text-anchor': 'middle' }, label),
      );
    }),
    element('text', { class: 'dim', x: '0', y: String(bottom + 15) }, zone),
  ];
}

function laneMarkup({ type, name, most, bars, pins, findings }: Lane, top: number): Markup {
  const floor = top + BARS + 14;
  return element(
    'g',
    { class: type },
    element('text', { class: 'lane', x: '0', y: figure(floor - 14) }, name),
    element('text', { class: 'dim', x: '0', y: figure(floor) }, most === 0 ? 'no events' : `to ${formatCount(most)}`),
    element('line', {
      class: 'floor',
      x1: String(LEFT),
      x2: String(WIDTH - RIGHT),
      y1: figure(floor),
      y2: figure(floor),
    }),
    bars.map(({ start, width, height }) =>
      element('rect', {
        class: 'bar',
        x: figure(placeOf(start)),
        width: figure(Math.max(0.8, width * PLOT - 0.8)),
        y: figure(floor - Math.max(1, height * BARS)),
        height: figure(Math.max(1, height * BARS)),
      }),
    ),
    findings.map(({ start, end }) =>
      element('rect', {
        class: 'finding',
        x: figure(placeOf(start)),
        width: figure(Math.max(3, (end - start) * PLOT)),
        y: figure(floor + 2),
        height: '4',
      }),
    ),
    pins.map((pin) => pinMarkup(pin, floor)),
  );
}

/** A line where it is and, where there is room, a flag: colour alone says nothing on paper. */
function pinMarkup({ at, label, flag }: PlacedPin, floor: number): Markup {
  const x = placeOf(at);
  const top = floor - BARS - 8;
  const line = `M${figure(x)} ${figure(floor)}V${figure(top)}`;
  return element(
    'g',
    { class: 'pin' },
    element('title', {}, label),
    element('path', { d: flag === null ? line : `${line}l7 3.5l-7 3.5` }),
    flag === null ? [] : flagMarkup(x, top, flag),
  );
}

/** To the left of its line where it would end beyond the picture. */
function flagMarkup(x: number, top: number, flag: string): Markup {
  const isLast = x > WIDTH - RIGHT - FLAG;
  const place = isLast ? { x: figure(x - 3), 'text-anchor': 'end' } : { x: figure(x + 9) };
  return element('text', { ...place, y: figure(top + 6) }, flag);
}

function captionMarkup({ from, to, interval, untimed, zone }: TimelinePicture): Markup {
  return element(
    'figcaption',
    {},
    `All stored events from ${from} to ${to} (UTC), by type; the clock of the axis is ${zone}. A bar is ${formatDuration(interval / 1000)}; each lane is as high as its own highest bar. Flags are pinned events (E), lines under a lane are findings. Counts are exact.`,
    untimed > 0
      ? ` ${formatCounted(untimed, 'event has', 'events have')} no time and ${untimed === 1 ? 'is' : 'are'} not in it.`
      : '',
  );
}

function figuresTable({ lanes }: TimelinePicture): Markup {
  const head = ['Type', 'Events', 'Highest bar', 'Evidence', 'Findings'].map((label, index) =>
    element('th', { scope: 'col', ...(index === 1 || index === 2 ? { class: 'figures' } : {}) }, label),
  );
  const rows = lanes.map(({ type, name, total, most, pins, findings }) =>
    element(
      'tr',
      {},
      element('td', { class: type }, element('span', { class: 'swatch', 'aria-hidden': 'true' }), name),
      element('td', { class: 'figures' }, formatCount(total)),
      element('td', { class: 'figures' }, formatCount(most)),
      element('td', {}, pins.map(({ label }) => label).join(', ') || '—'),
      element('td', {}, findings.map(({ label }) => label).join(', ') || '—'),
    ),
  );
  return element(
    'div',
    { class: 'table' },
    element('table', {}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, rows)),
  );
}

function placeOf(share: number): number {
  return LEFT + share * PLOT;
}

/** A coordinate in as few characters as are seen. */
function figure(value: number): string {
  return String(Math.round(value * 10) / 10);
}
