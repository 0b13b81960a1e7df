import { BadRequest } from '@/lib/errors';
import { type EvidenceStep, HUNT_STEPS, type HuntContent, type HuntStep, type Pin, STEP_PINS } from '@/lib/interface';

/** A pin with the step that it is in. */
export interface PlacedPin {
  readonly step: EvidenceStep;
  readonly pin: Pin;
}

/** All pins of a hunt in order; an event that is pinned in several steps once, as it is in the first. */
export function pinsOf({ steps }: Pick<HuntContent, 'steps'>): ReadonlyMap<string, PlacedPin> {
  const pins = new Map<string, PlacedPin>();
  for (const step of steps) {
    if (step.kind !== 'evidence') continue;
    for (const pin of step.pins) if (!pins.has(pin.event)) pins.set(pin.event, { step, pin });
  }
  return pins;
}

/**
 * Pins an event into the step that is named, else into the last evidence step with room, which is made if there is none. Of
 * an event that is pinned already nothing changes but a reason that is given. Throws `BadRequest` for a step that is not there,
 * and where there is no room for another.
 */
export function withPin(content: HuntContent, pin: Pin, step?: string): HuntContent {
  if (pinsOf(content).has(pin.event)) return pin.reason === '' ? content : withReason(content, pin);
  const steps = step === undefined ? withRoom(content.steps) : content.steps;
  const id = step ?? steps.findLast(hasRoom)?.id;
  const target = steps.find((one) => one.id === id);
  if (target?.kind !== 'evidence') throw new BadRequest(`step: this hunt has no evidence step "${step}"`);
  if (!hasRoom(target)) throw new BadRequest(`step: "${step}" holds ${STEP_PINS} pins, it can hold no more`);
  return {
    ...content,
    steps: steps.map((one) => (one === target ? { ...target, pins: [...target.pins, pin] } : one)),
  };
}

/** Takes an event out of all evidence steps. */
export function withoutPin(content: HuntContent, event: string): HuntContent {
  return eachEvidence(content, (step) => ({ ...step, pins: step.pins.filter((pin) => pin.event !== event) }));
}

function withReason(content: HuntContent, { event, reason }: Pin): HuntContent {
  return eachPin(content, (pin) => (pin.event === event ? { ...pin, reason } : pin));
}

/** The content with each pin as `change` makes it. */
export function eachPin(content: HuntContent, change: (pin: Pin) => Pin): HuntContent {
  return eachEvidence(content, (step) => ({ ...step, pins: step.pins.map(change) }));
}

function eachEvidence(content: HuntContent, change: (step: EvidenceStep) => EvidenceStep): HuntContent {
  return { ...content, steps: content.steps.map((step) => (step.kind === 'evidence' ? change(step) : step)) };
}

function hasRoom(step: HuntStep): boolean {
  return step.kind === 'evidence' && step.pins.length < STEP_PINS;
}

function withRoom(steps: readonly HuntStep[]): HuntStep[] {
  if (steps.some(hasRoom)) return [...steps];
  if (steps.length >= HUNT_STEPS) {
    throw new BadRequest(
      `this hunt has ${HUNT_STEPS} steps and none has room for a pin: remove one, or pin in another hunt`,
    );
  }
  return [...steps, { id: freeStepId('evidence', steps), kind: 'evidence', title: 'Evidence', pins: [] }];
}

/** The name, or with a number, as the id of a step that is not there yet. */
export function freeStepId(name: string, steps: readonly Pick<HuntStep, 'id'>[]): string {
  const taken = new Set(steps.map(({ id }) => id));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}
