import type { Hotkeys } from './use-hotkeys';

const PAGE = 10;

/** The keys that go through a list, of whatever. `move`: so many places on; `moveTo`: to a place, from 0. */
export function listHotkeys(move: (step: number) => void, moveTo: (place: number) => void): Hotkeys {
  return {
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(PAGE),
    PageUp: () => move(-PAGE),
    g: () => moveTo(0),
    Home: () => moveTo(0),
  };
}
