import type { Scene } from '../scene';

/** One kind of everyday activity. */
export interface Routine {
  readonly name: string;
  /** Writes what it does in the hour that begins at `from`. Chance comes from the scene, which is this hour's own. */
  hour(scene: Scene, from: number): void;
}
