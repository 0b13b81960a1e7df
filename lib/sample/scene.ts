import type { Book } from './book';
import type { Cluster } from './cluster';
import type { Random } from './random';

/** What whoever writes needs: who and what there is, chance, and where to write. */
export interface Scene {
  readonly cluster: Cluster;
  readonly random: Random;
  readonly book: Book;
  /** How much of the everyday is written: 1 is the usual week. What happens once is written in any case. */
  readonly volume: number;
}

/** How often something happens that happens `mean` times in the usual week's hour. */
export function timesOf(scene: Scene, mean: number): number {
  return scene.random.about(mean * scene.volume);
}

/** Every how manieth of regular things is written, at least one of ten. */
export function everyNth(scene: Scene, index: number): boolean {
  const step = Math.max(1, Math.round(1 / Math.max(0.02, scene.volume)));
  return index % step === 0;
}
