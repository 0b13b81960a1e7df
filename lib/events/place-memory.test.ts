import { expect, test } from 'vitest';
import { type Place, PlaceMemory } from './place-memory';

const PLACE: Place = { namespace: 'shop', pod: 'cart-0', container: 'cart', component: null, unit: null };

test('what was decided is known of the same place and path only', () => {
  const memory = new PlaceMemory();
  memory.keep(PLACE, 'a.log', 'application');
  expect(memory.find({ ...PLACE }, 'a.log')).toBe('application');
  for (const name of ['namespace', 'pod', 'container', 'component', 'unit'] as const)
    expect(memory.find({ ...PLACE, [name]: 'other' }, 'a.log'), name).toBeUndefined();
  expect(memory.find(PLACE, 'b.log')).toBeUndefined();
});

test('that nothing was decided is known too', () => {
  const memory = new PlaceMemory();
  memory.keep({ ...PLACE, pod: null }, '', null);
  expect(memory.find({ ...PLACE, pod: null }, '')).toBeNull();
});

test('names that are too long are not kept', () => {
  const memory = new PlaceMemory();
  const place = { ...PLACE, pod: 'x'.repeat(300) };
  memory.keep(place, '', 'application');
  expect(memory.find(place, '')).toBeUndefined();
});
