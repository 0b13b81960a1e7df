import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { DETECTORS, type ExampleEvent } from '@/lib/detections';
import { closeStore } from '../client';
import { countEvents } from '../count-events';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { isoFromMicros } from '../times';
import { CountedHistory } from './counted-history';
import { detect } from './detect';
import { readFindings } from './read-findings';

beforeEach(clearStore);
afterAll(closeStore);

function testEvent({ time, ...event }: ExampleEvent): TestEvent {
  return { ...event, raw: event.type, time: isoFromMicros(time) };
}

describe.each(DETECTORS)('$name', (detector) => {
  const shown = detector.examples.filter(({ finds }) => finds.length > 0);

  test.each(shown)('links to exactly its events: $says', async ({ events }) => {
    await insertSource(Array.from(events(), testEvent), { eventsPerBlock: 1000 });
    await detect(new CountedHistory());
    const { findings } = await readFindings({ type: [], detector: detector.name, limit: 1000 });
    expect(findings.length).toBeGreaterThan(0);
    for (const { query, type, from, to, events: claimed, title } of findings) {
      const { count } = await countEvents({ type: [type], q: query, from, to });
      expect({ title, count }).toEqual({ title, count: claimed });
    }
  });
});
