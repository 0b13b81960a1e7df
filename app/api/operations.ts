import { z } from 'zod';
import {
  compareAnswer,
  compareParameters,
  contextAnswer,
  contextParameters,
  countAnswer,
  deletedSourceAnswer,
  eventsAnswer,
  eventsParameters,
  explainAnswer,
  exportParameters,
  facetsAnswer,
  facetsParameters,
  filesAnswer,
  filesParameters,
  namedStream,
  newSourceAnswer,
  newStream,
  oneEventAnswer,
  overviewAnswer,
  patternsAnswer,
  patternsParameters,
  patternTextsAnswer,
  patternTextsParameters,
  previewAnswer,
  queryAnswer,
  rawParameters,
  retentionAnswer,
  retentionPreview,
  retentionRule,
  sampleAnswer,
  selectionParameters,
  sourceAnswer,
  sourceParameters,
  sourcePatch,
  sourceRetention,
  sourcesAnswer,
  streamsAnswer,
  tailParameters,
  timelineAnswer,
  timelineParameters,
} from '@/lib/interface';
import { ACCOUNT_OPERATIONS } from './account-operations';
import { FINDING_OPERATIONS } from './finding-operations';
import { HUNT_OPERATIONS } from './hunt-operations';
import { LIBRARY_OPERATIONS } from './library-operations';
import { LINK_OPERATIONS } from './link-operations';
import { MATRIX_OPERATIONS } from './matrix-operations';
import type { Operation } from './operation';
import { RULE_OPERATIONS } from './rule-operations';
import { STORY_OPERATIONS } from './story-operations';
import { WEBHOOK_OPERATIONS } from './webhook-operations';

const nameParameter = z.object({ name: z.string().max(255).optional() });
const readyAnswer = z.object({ ready: z.literal(true) });

/** Every call but the resumable uploads, whose protocol (tus 1.0) is described elsewhere. */
export const OPERATIONS: readonly Operation[] = [
  { method: 'get', path: '/api/sources', summary: 'All sources, newest first.', answer: sourcesAnswer },
  {
    method: 'post',
    path: '/api/sources',
    summary: 'Takes an upload of any size as the body and begins to read it.',
    parameters: nameParameter,
    body: 'bytes',
    status: 202,
    answer: newSourceAnswer,
  },
  {
    method: 'get',
    path: '/api/sample',
    summary: 'The answers to the sample incident: each step of its attack, with queries and how many events they find.',
    answer: sampleAnswer,
  },
  {
    method: 'post',
    path: '/api/sample',
    summary:
      'Loads the sample incident, a made-up week of a cluster with an attack on its last day, as a source. One that is there is left alone; one that failed is made again.',
    status: 202,
    answer: newSourceAnswer,
  },
  {
    method: 'get',
    path: '/api/sources/{id}',
    summary: 'A source and all its files in order of path; without them where `files` is 0.',
    parameters: sourceParameters,
    answer: sourceAnswer,
  },
  {
    method: 'get',
    path: '/api/sources/{id}/files',
    summary:
      'A page of the files of a source that pass a filter (`path`: part of it, in any case), in an order, with how many pass and what all files add up to.',
    parameters: filesParameters,
    answer: filesAnswer,
  },
  {
    method: 'patch',
    path: '/api/sources/{id}',
    summary:
      'Corrects what was detected, of one file (`path`) or of all: `format` (a name, or `plain` for none), `type`, `zoneMinutes` (east of UTC, of times that name no zone), `year` (of the first record of a file that names none), `skewSeconds` (how far the clock was ahead). Null takes a correction back. Files whose events change are read again: the source is `reading` until they are. A stream is corrected as a whole, without a year, and for what comes from now on.',
    parameters: sourceParameters,
    body: sourcePatch,
    answer: sourceAnswer,
  },
  {
    method: 'delete',
    path: '/api/sources/{id}',
    summary: 'Deletes a source with all its events.',
    answer: deletedSourceAnswer,
  },
  {
    method: 'post',
    path: '/api/sources/{id}/cancel',
    summary: 'Stops receiving or reading a source; what was read until then stays.',
    answer: newSourceAnswer,
  },
  {
    method: 'get',
    path: '/api/sources/{id}/preview',
    summary: 'The first records of the first files of an upload that waits or is being read, as they will be.',
    answer: previewAnswer,
  },
  {
    method: 'get',
    path: '/api/sources/{id}/raw',
    summary: "A file's original bytes.",
    parameters: rawParameters,
    answer: ['application/octet-stream'],
  },
  {
    method: 'get',
    path: '/api/streams',
    summary: 'All streams, the one that spoke last first. A stream is a source, too, and is deleted as one.',
    answer: streamsAnswer,
  },
  {
    method: 'post',
    path: '/api/streams',
    summary: 'Creates a stream.',
    body: newStream,
    status: 201,
    answer: namedStream,
  },
  {
    method: 'get',
    path: '/api/retention',
    summary: 'How long logs are kept, how much there is, and which sources say otherwise.',
    answer: retentionAnswer,
  },
  {
    method: 'put',
    path: '/api/retention',
    summary:
      'Sets how long logs are kept that say nothing of their own: `keepDays` (null for ever) since `countsFrom` (their `arrival`, or their newest `event`), and how many bytes of original text the store may hold (`sizeMax`). An upload goes whole, a stream by its segments, never one that is still appended to.',
    body: retentionRule,
    answer: retentionAnswer,
  },
  {
    method: 'post',
    path: '/api/retention/preview',
    summary: 'What `PUT` with the same body would delete now.',
    body: retentionRule,
    answer: retentionPreview,
  },
  {
    method: 'put',
    path: '/api/sources/{id}/retention',
    summary:
      'Sets how long one source is kept, above the rule for all: with `own` for `keepDays`, or for ever and whatever the size; without `own` as all others.',
    body: sourceRetention,
    answer: sourceAnswer,
  },
  {
    method: 'post',
    path: '/api/sources/{id}/retention/preview',
    summary: 'What `PUT` with the same body would delete of the source now.',
    body: sourceRetention,
    answer: retentionPreview,
  },
  {
    method: 'get',
    path: '/api/events',
    summary: 'A page of events.',
    parameters: eventsParameters,
    answer: eventsAnswer,
  },
  { method: 'get', path: '/api/events/{id}', summary: 'An event with its original text.', answer: oneEventAnswer },
  {
    method: 'get',
    path: '/api/events/{id}/context',
    summary: 'The neighbours of an event in its file.',
    parameters: contextParameters,
    answer: contextAnswer,
  },
  {
    method: 'get',
    path: '/api/count',
    summary: 'How many events match.',
    parameters: selectionParameters,
    answer: countAnswer,
  },
  {
    method: 'get',
    path: '/api/timeline',
    summary: 'Matching events over time.',
    parameters: timelineParameters,
    answer: timelineAnswer,
  },
  {
    method: 'get',
    path: '/api/facets',
    summary: 'The commonest values of fields among the matching events.',
    parameters: facetsParameters,
    answer: facetsAnswer,
  },
  {
    method: 'get',
    path: '/api/patterns',
    summary:
      'What the messages of the matching events have in common, the rarest first: `Failed password for <*> from <*>`. `pattern:ID` in a query finds its events.',
    parameters: patternsParameters,
    answer: patternsAnswer,
  },
  {
    method: 'get',
    path: '/api/patterns/texts',
    summary: 'What patterns say, by their ids.',
    parameters: patternTextsParameters,
    answer: patternTextsAnswer,
  },
  {
    method: 'get',
    path: '/api/query',
    summary:
      'The table that a query with steps gives: `q=type:network | sum bytes by src_pod`. A query without steps gives the newest events. At most 10000 rows (1000 of events); `total` is how many there are.',
    parameters: selectionParameters,
    answer: queryAnswer,
  },
  {
    method: 'get',
    path: '/api/compare',
    summary:
      'Which values are more or less common among the matching events of a range than among those of another range or, without one, of all other times: fields and values, the most surprising first (likelihood ratio with small-count correction), counted exactly.',
    parameters: compareParameters,
    answer: compareAnswer,
  },
  {
    method: 'get',
    path: '/api/explain',
    summary:
      'Why a query finds what it finds: what each clause finds alone, what is found without it, which one leaves nothing, values that may have been meant, and what there is outside the time, the types and the source.',
    parameters: selectionParameters,
    answer: explainAnswer,
  },
  {
    method: 'get',
    path: '/api/tail',
    summary:
      'Server-sent events: each matching event as it becomes visible, once, in that order. `id` is a position to go on from, by `Last-Event-ID` or `after`. `many` tells of an upload that is too large to be shown event by event, `gap` that what came meanwhile is no longer known.',
    parameters: tailParameters,
    answer: ['text/event-stream'],
  },
  {
    method: 'get',
    path: '/api/export',
    summary: 'All matching events as a file, in order of time.',
    parameters: exportParameters,
    answer: ['application/x-ndjson', 'text/csv'],
  },
  {
    method: 'get',
    path: '/api/search',
    summary:
      'Searches the originals for all that matches, and tells how far it is: a line of JSON with `searched` of `blocks`, `found` until then (null: not known yet), `prunes` (false: nothing in the query can be looked up, every block is read), and `done`. Afterwards the other calls have the answer at once.',
    parameters: selectionParameters,
    answer: ['application/x-ndjson'],
  },
  ...FINDING_OPERATIONS,
  ...RULE_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
  ...STORY_OPERATIONS,
  ...HUNT_OPERATIONS,
  ...LIBRARY_OPERATIONS,
  ...LINK_OPERATIONS,
  ...MATRIX_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
  { method: 'get', path: '/api/overview', summary: 'What there is of each type.', answer: overviewAnswer },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description.',
    answer: z.record(z.string(), z.unknown()),
  },
  { method: 'get', path: '/healthz', summary: 'Whether the process lives.', answer: ['text/plain'] },
  { method: 'get', path: '/readyz', summary: 'Whether the database is ready.', answer: readyAnswer },
  { method: 'get', path: '/metrics', summary: 'Figures for Prometheus.', answer: ['text/plain'] },
];
