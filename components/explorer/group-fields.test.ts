import { expect, test } from 'vitest';
import type { EventAnswer } from '@/lib/interface';
import { groupFields } from './group-fields';

test('fields are grouped by what they tell about, attributes last by name', () => {
  const event: EventAnswer = {
    id: '1',
    time: null,
    timeGuess: [],
    type: 'audit',
    severity: null,
    message: '',
    fields: { zeta: true, verb: 'get', pod: 'web', user: 'ada', alpha: 1 },
    source: { id: 's', path: 'p', line: 1, lines: 1 },
  };
  const shown = groupFields(event).map(({ title, fields }) => [
    title,
    fields.map((field) => `${field.label}=${field.value}`),
  ]);
  expect(shown).toEqual([
    ['Request', ['User=ada', 'Verb=get']],
    ['Place', ['Pod=web']],
    ['Further', ['alpha=1', 'zeta=true']],
  ]);
});
