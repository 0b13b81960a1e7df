import type { Scene } from '../scene';
import type { Plan } from './plan';

/** A query in Trackway's language, and how many events it finds in the time of its step. */
export interface Evidence {
  readonly shows: string;
  readonly query: string;
  readonly count: number;
}

/** What a step left behind. */
export interface Traces {
  /** Pods, nodes, accounts and addresses. */
  readonly touches: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** One step of the attack: writes its lines into all logs that it touches, and says what they are. */
export interface AttackStep {
  readonly name: string;
  readonly title: string;
  /** Of ATT&CK for Containers and Linux, version 18. */
  readonly techniques: readonly string[];
  perform(scene: Scene, plan: Plan): Traces;
}
