import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeStore } from '../client';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { readKeptRequests } from './read-kept-requests';

beforeEach(clearStore);
afterAll(closeStore);

const REQUEST = { verb: 'create', resource: 'pods', subresource: 'exec' };
const made = (attributes: TestEvent['attributes'] = {}, raw = '{}'): TestEvent => ({
  ...{ raw, type: 'audit', fields: REQUEST, attributes },
});

test('what no event tells is sought in no original', async () => {
  await insertSource([made({}, '{"level":"Request","stage":"Panic","stages":"Panic"}'), made()]);
  expect(await readKeptRequests()).toEqual({
    requests: [{ ...REQUEST, level: null, stage: null, stages: null }],
    untoldBodies: false,
  });
});

test('what only some files tell is told of these', async () => {
  await insertSource([made({ level: 'Request', stage: 'ResponseComplete' })]);
  await insertSource([made({ 'role.verbs': 'get' })]);
  const { requests, untoldBodies } = await readKeptRequests();
  expect(requests.map(({ level, stage, stages }) => [level, stage, stages])).toEqual(
    expect.arrayContaining([
      ['Request', 'ResponseComplete', null],
      [null, null, null],
    ]),
  );
  expect(untoldBodies).toBe(true);
});

test('bodies beside a level say nothing of requests that tell none', async () => {
  await insertSource([made({ level: 'Request', 'role.verbs': 'get' }), made()]);
  expect((await readKeptRequests()).untoldBodies).toBe(false);
});
