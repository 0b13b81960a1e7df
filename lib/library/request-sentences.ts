import { isOnlyReceived, type KeptRequests, stagesOf } from './kept-requests';

/** More names than these are counted. */
const NAMED_MAX = 4;
/** Requests that stay open for as long as somebody looks or works: they are answered when they begin (stage ResponseStarted). */
const SESSIONS: ReadonlySet<string | null | undefined> = new Set(['exec', 'attach', 'portforward']);

/** Whether a request stays open until somebody ends it. */
export function isSession({ verb, subresource }: KeptRequests): boolean {
  return verb === 'watch' || verb === 'connect' || SESSIONS.has(subresource);
}

/** Of requests that are not there at the stages at which they could be found. */
export function stageSentence(requests: readonly KeptRequests[], wanted: readonly string[]): string {
  const of = targetsOf(requests);
  if (requests.every(({ stage }) => stage === null)) return `The audit log does not tell the stages of requests${of}.`;
  if (requests.every(isOnlyReceived)) {
    const ends = requests.every(isSession) ? 'ResponseStarted and ResponseComplete' : 'ResponseComplete';
    return `Requests${of} are logged only as they come in, not with what came of them. Take ${ends} out of omitStages in the audit policy.`;
  }
  const joined = wanted.find((stage) => requests.some((request) => stagesOf(request).includes(stage)));
  if (joined !== undefined) {
    return `The stages of a request are one event, and its stage is the last: no request${of} ends at ${joined}. Ask for stages:*${joined}* instead.`;
  }
  const stages = wanted.join(' or ');
  return `The audit log has no requests${of} at the stage ${stages}. Take ${wanted.join(' and ')} out of omitStages in the audit policy.`;
}

/** Of requests of which the audit log has no body. */
export function levelSentence(requests: readonly KeptRequests[], needed: string): string {
  const levels = [...new Set(requests.flatMap(({ level }) => level ?? []))].sort();
  const because = levels.length === 0 ? '' : `: its level there is ${levels.join(' or ')}`;
  const bodies = needed === 'Request' ? 'bodies of requests' : 'bodies of the answers to requests';
  return `The audit log keeps no ${bodies}${targetsOf(requests)}${because}. With the level ${needed} in the audit policy it can be answered.`;
}

/** Of sessions that are logged only when they end. */
export function openSentence(requests: readonly KeptRequests[]): string {
  return `The audit log has requests${targetsOf(requests)} only when they ended: those still open are not seen. Take ResponseStarted out of omitStages in the audit policy.`;
}

/** " for pods/exec, secrets and 3 more"; empty where nothing was named. */
function targetsOf(requests: readonly KeptRequests[]): string {
  const names = [...new Set(requests.flatMap(targetOf))].sort();
  const shown = names.slice(0, NAMED_MAX).join(', ');
  const more = names.length - NAMED_MAX;
  return names.length === 0 ? '' : ` for ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

function targetOf({ resource, subresource }: KeptRequests): string[] {
  if (typeof resource !== 'string') return [];
  return [typeof subresource === 'string' ? `${resource}/${subresource}` : resource];
}
