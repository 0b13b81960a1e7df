import { setImmediate } from 'node:timers/promises';

const TURN_MS = 15;

/** Lets timers and sockets of the process have their turn while bytes that are at hand already are worked off. */
export class EventLoopTurns {
  private turnBegan = performance.now();

  /** Waits for the next turn of the event loop if this one has taken long. */
  async share(): Promise<void> {
    if (performance.now() - this.turnBegan < TURN_MS) return;
    await setImmediate();
    this.turnBegan = performance.now();
  }
}
