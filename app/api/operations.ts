import { z } from 'zod';
import {
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
  previewAnswer,
  queryAnswer,
  rawParameters,
  sampleAnswer,
  selectionParameters,
  sourceAnswer,
  sourceParameters,
  sourcePatch,
  sourcesAnswer,
  streamsAnswer,
  tailParameters,
  timelineAnswer,
  timelineParameters,
} from '@/lib/interface';
import { ACCOUNT_OPERATIONS } from './account-operations';
import { FINDING_OPERATIONS } from './finding-operations';
import type { Operation } from './operation';

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
      'Corrects what was detected, of one file (`path`) or of all: `format` (a name, or `plain` for none), `type`, `zoneMinutes` (east of UTC, of times that name no zone), `year` (of the first record of a file that names none), `skewSeconds` (how far the clock was ahead). Null takes a correction back. Files whose events change are read again: the source is `reading` until they are.',
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
    path: '/api/query',
    summary:
      'The table that a query with steps gives: `q=type:network | sum bytes by src_pod`. A query without steps gives the newest events. At most 10000 rows (1000 of events); `total` is how many there are.',
    parameters: selectionParameters,
    answer: queryAnswer,
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
