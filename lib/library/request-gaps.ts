import { couldMatch, type Query } from '@/lib/query';
import { type Gaps, NO_GAPS } from './gaps';
import type { Ground } from './ground';
import { type KeptRequests, knownOf, type Regard, stagesOf } from './kept-requests';
import { isSession, levelSentence, openSentence, stageSentence } from './request-sentences';

const WHOLE: Regard = { level: false, stage: false };
const OF_LEVEL: Regard = { level: true, stage: false };
const OF_STAGE: Regard = { level: false, stage: true };
const AS_KEPT: Regard = { level: true, stage: true };
/** Stages that any request may come to; one that panics is no matter of what is logged. */
const STAGES = ['RequestReceived', 'ResponseStarted', 'ResponseComplete'] as const;

/**
 * What the audit log does not keep of the requests that a query is about, by level and by stage. A query is about all requests
 * that it could find if everything were kept of them; where nobody made any of these, all others tell what is kept.
 */
export function requestGaps(query: Query, ground: Ground): Gaps {
  const { requests, untoldBodies } = ground;
  const could = (request: KeptRequests, regard: Regard) => couldMatch(query, knownOf(request, regard, untoldBodies));
  const meant = requests.filter((request) => could(request, WHOLE));
  const because = (hidden: readonly KeptRequests[]) => hiddenBy(hidden, could, requests);
  const judged = meant.length > 0 ? meant : untargeted(requests);
  const seen = judged.filter((request) => could(request, AS_KEPT));
  if (seen.length === 0) return { missing: because(judged), limits: [] };
  if (meant.length === 0) return NO_GAPS;
  const kinds = new Set(seen.map(kindOf));
  const hidden = meant.filter((request) => !kinds.has(kindOf(request)));
  return { missing: [], limits: [...because(hidden), ...openOnes(seen)] };
}

type Could = (request: KeptRequests, regard: Regard) => boolean;

/** Of requests that cannot be found as they are kept, why. `all` are those of the log. */
function hiddenBy(requests: readonly KeptRequests[], could: Could, all: readonly KeptRequests[]): string[] {
  const [byStage, byLevel] = [new Map<string, KeptRequests[]>(), new Map<string, KeptRequests[]>()];
  for (const request of requests) {
    const wanted = wantedStages(request, could);
    if (could(request, OF_STAGE) || wanted.length === 0) push(byLevel, neededLevel(request, could), request);
    else push(byStage, wanted.join(' '), request);
  }
  const levelled = new Set([...byLevel.values()].flat().map(kindOf));
  const known = new Set(all.flatMap(stagesOf));
  return [
    ...[...byStage].flatMap(([words, of]) => {
      const wanted = words.split(' ');
      // One that is still on its way says nothing, where others of its kind came to their end.
      const hidden = of.filter((request) => !levelled.has(kindOf(request)));
      const nowhere = wanted.every((stage) => !known.has(stage));
      return hidden.length === 0 ? [] : [stageSentence(nowhere ? untargeted(hidden) : hidden, wanted)];
    }),
    ...[...byLevel].flatMap(([level, of]) => (level === '' ? [] : [levelSentence(of, level)])),
  ];
}

/** The stages at which the query could find a request of which all else were kept. */
function wantedStages(request: KeptRequests, could: Could): string[] {
  return STAGES.filter((stage) => could({ ...request, stage, stages: stage }, OF_STAGE));
}

/** The least level that would do; empty where the level hides nothing, or none would do. */
function neededLevel(request: KeptRequests, could: Could): string {
  if (could(request, OF_LEVEL)) return '';
  const levels = ['Request', 'RequestResponse'];
  return levels.find((level) => could({ ...request, level }, OF_LEVEL)) ?? '';
}

/** Sessions that are logged only when they end: those that are still open are not there. */
function openOnes(seen: readonly KeptRequests[]): string[] {
  if (seen.length === 0 || !seen.every(isSession)) return [];
  const begun = new Set(seen.filter(hasBegun).map(kindOf));
  const late = seen.filter((request) => request.stage === 'ResponseComplete' && !begun.has(kindOf(request)));
  return late.length === 0 ? [] : [openSentence(late)];
}

function hasBegun(request: KeptRequests): boolean {
  return stagesOf(request).includes('ResponseStarted');
}

/** What is kept of requests, whatever was asked for. */
function untargeted(requests: readonly KeptRequests[]): KeptRequests[] {
  const target = { verb: undefined, resource: undefined, subresource: undefined };
  const kept = new Map(requests.map((one) => [`${one.level} ${one.stage} ${one.stages}`, { ...one, ...target }]));
  return [...kept.values()];
}

/** Audit policies choose by resource. */
function kindOf({ resource, subresource }: KeptRequests): string {
  return `${resource}/${subresource}`;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
