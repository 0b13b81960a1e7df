/** What a file's place in a tree tells about everything in it. Null: the place does not say. */
export interface Identity {
  cluster: string | null;
  node: string | null;
  namespace: string | null;
  pod: string | null;
  container: string | null;
  component: string | null;
  unit: string | null;
  restart: number | null;
}

/** The place that tells nothing. */
export const NOWHERE: Readonly<Identity> = {
  cluster: null,
  node: null,
  namespace: null,
  pod: null,
  container: null,
  component: null,
  unit: null,
  restart: null,
};

/** A case that is a test and a line of the help page at once. */
export interface LayoutExample {
  readonly path: string;
  /** Null: the layout must not claim this path. */
  readonly identity: Partial<Identity> | null;
}

/** A way in which logs are laid out in folders: what a kind export, a node or a must-gather writes where. */
export interface Layout {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** The identity that the path tells, or null when it is not of this layout. Paths use `/`; linear time. */
  read(path: string): Partial<Identity> | null;
  readonly examples: readonly LayoutExample[];
}
