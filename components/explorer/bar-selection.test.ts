import { expect, test } from 'vitest';
import { edgesOfSelection, movedSelection } from './bar-selection';

test('arrows move a cursor of one bar and stop at the ends', () => {
  expect(movedSelection(null, 'ArrowRight', false, 60)).toEqual({ first: 0, last: 0 });
  expect(movedSelection({ first: 3, last: 3 }, 'ArrowLeft', false, 60)).toEqual({ first: 2, last: 2 });
  expect(movedSelection({ first: 59, last: 59 }, 'ArrowRight', false, 60)).toEqual({ first: 59, last: 59 });
  expect(movedSelection({ first: 3, last: 9 }, 'Home', false, 60)).toEqual({ first: 0, last: 0 });
});

test('with Shift they stretch it', () => {
  expect(movedSelection({ first: 3, last: 3 }, 'ArrowRight', true, 60)).toEqual({ first: 3, last: 4 });
  expect(movedSelection({ first: 3, last: 4 }, 'End', true, 60)).toEqual({ first: 3, last: 59 });
});

test('other keys mean nothing', () => {
  expect(movedSelection({ first: 3, last: 3 }, 'a', false, 60)).toBeNull();
});

test('the edges cover whole bars in either direction', () => {
  expect(edgesOfSelection({ first: 3, last: 1 }, 10)).toEqual({ left: 0.1, width: 0.3 });
});
