import type { CorrelationRule } from '../rule';
import { keeps } from './bounds';
import type { CorrelationEvent } from './correlation-event';
import type { Counted, GroupState } from './group-state';

/** Events of the first rules in their order; of all that end in the same rule, those that began last. */
type Chain = readonly [Counted, ...Counted[]];

/**
 * How many of the rules found something one after the other, from the first one on. It is enough to keep, for each number of
 * rules, the chain that began last: any other would fall out of the time before it. One event is one step at most.
 */
export class OrderState implements GroupState {
  private readonly chains: (Chain | undefined)[];

  constructor(private readonly rule: CorrelationRule) {
    this.chains = rule.rules.map(() => undefined);
  }

  add({ time, id }: CorrelationEvent, rules: readonly string[]): void {
    const step: Counted = { time, id };
    // From the last rule on, so that the event does not follow itself.
    for (let place = this.rule.rules.length - 1; place >= 0; place -= 1) {
      if (!rules.includes(this.rule.rules[place] ?? '')) continue;
      if (place === 0) this.chains[0] = [step];
      else {
        const before = this.chains[place - 1];
        if (before !== undefined) this.chains[place] = [...before, step];
      }
    }
  }

  holds(from: number): boolean {
    return keeps(this.rule.bounds, this.figure(from));
  }

  figure(from: number): number {
    return this.counted(from).length;
  }

  counted(from: number): readonly Counted[] {
    return this.chains.findLast((chain) => chain !== undefined && chain[0].time >= from) ?? [];
  }

  copy(): OrderState {
    const copy = new OrderState(this.rule);
    for (const [place, chain] of this.chains.entries()) copy.chains[place] = chain;
    return copy;
  }
}
