import type { LogType } from '@/lib/events';
import type { AuditBodies, Ground } from './ground';
import type { ReadyHunt, ReadyStep } from './ready-hunt';

const TYPE_WORDS: Readonly<Record<LogType, string>> = {
  application: 'logs of applications',
  node: 'logs of nodes',
  'control-plane': 'logs of the control plane',
  audit: 'audit logs',
  network: 'network logs',
};

/** What keeps a step from being answered, a sentence each; none where it can be run. */
export function missingOf({ types, needs }: Pick<ReadyStep, 'types' | 'needs'>, ground: Ground): string[] {
  const present = types.filter((type) => ground.types.has(type));
  if (present.length === 0) return [`There are no ${types.map((type) => TYPE_WORDS[type]).join(' and no ')}.`];
  const absent = (needs?.fields ?? []).filter(
    (field) => !present.some((type) => ground.fields.get(type)?.has(field) === true),
  );
  const where = present.map((type) => TYPE_WORDS[type]).join(' and ');
  const ofFields = absent.map((field) => `No event of the ${where} has the field ${field}.`);
  return [...ofFields, ...missingBodies(needs?.bodiesOf ?? [], ground.bodies)];
}

function missingBodies(resources: readonly string[], { kept, left, unnamed }: AuditBodies): string[] {
  if (resources.length === 0 || unnamed || resources.some((resource) => kept.has(resource))) return [];
  const bare = resources.filter((resource) => left.has(resource));
  // Nobody changed any of them; whether their bodies would be kept, those of others tell.
  if (bare.length === 0 && kept.size > 0) return [];
  const of = (bare.length === 0 ? resources : bare).join(', ');
  return [
    `The audit log keeps no bodies of requests for ${of}: its level there is Metadata. With the level Request in the audit policy it can be answered.`,
  ];
}

/** Whether a hunt can be run: at least one of its steps can; with all that the others lack. */
export function runnable(hunt: ReadyHunt, ground: Ground) {
  const steps = hunt.steps.map((step) => missingOf(step, ground));
  return {
    canRun: steps.some((missing) => missing.length === 0),
    missing: [...new Set(steps.flat())],
    steps: steps.map((missing) => ({ canRun: missing.length === 0, missing })),
  };
}
