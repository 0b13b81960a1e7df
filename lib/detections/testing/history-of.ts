import { TALLIES } from '../all-tallies';
import { columnsOf, type ExampleEvent } from '../example-events';
import type { History } from '../history';
import { knownHistory } from '../known-history';
import { tallySegment } from '../tally-segment';

/** What a detector would know if these events were all there is. */
export function historyOf(events: Iterable<ExampleEvent>): History {
  const columns = columnsOf(events);
  return knownHistory(new Map(TALLIES.map((tally) => [tally.name, tallySegment(columns, tally)])));
}
