import { type Edit, lineEdits } from './line-edits';

/** Two texts made of one, as one again. Where both changed the same lines, `merged` has both, mine above. */
export interface MergedText {
  readonly merged: string;
  /** Whether both changed the same lines in two ways. */
  readonly overlaps: boolean;
  /** The same with only mine or only theirs where they overlap; what does not overlap is in both. */
  readonly mine: string;
  readonly theirs: string;
}

/** Merges two changes of a text by its lines. */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return agreed(mine);
  if (mine === base) return agreed(theirs);
  const lines = base.split('\n');
  const edits = [
    ...lineEdits(lines, mine.split('\n')).map((edit) => ({ ...edit, by: 'mine' as const })),
    ...lineEdits(lines, theirs.split('\n')).map((edit) => ({ ...edit, by: 'theirs' as const })),
  ];
  // A line that comes in goes above what is changed at the same place.
  edits.sort((a, b) => a.from - b.from || a.to - b.to);
  const text = new Pieces(lines);
  for (const cluster of clusters(edits)) text.take(cluster);
  return text.merged();
}

function agreed(text: string): MergedText {
  return { merged: text, overlaps: false, mine: text, theirs: text };
}

type OwnEdit = Edit & { readonly by: 'mine' | 'theirs' };

/** Edits that share lines, directly or through others. */
interface Cluster {
  readonly from: number;
  to: number;
  readonly edits: OwnEdit[];
}

function clusters(edits: readonly OwnEdit[]): Cluster[] {
  const found: Cluster[] = [];
  for (const edit of edits) {
    const last = found.at(-1);
    if (last !== undefined && edit.from < last.to) {
      last.edits.push(edit);
      last.to = Math.max(last.to, edit.to);
    } else if (last !== undefined && isInsertion(last) && isInsertion(edit) && last.from === edit.from) {
      last.edits.push(edit);
    } else {
      found.push({ from: edit.from, to: edit.to, edits: [edit] });
    }
  }
  return found;
}

function isInsertion({ from, to }: { readonly from: number; readonly to: number }): boolean {
  return from === to;
}

/** The merged text in the making. */
class Pieces {
  private readonly both: string[] = [];
  private readonly mine: string[] = [];
  private readonly theirs: string[] = [];
  private overlaps = false;
  private at = 0;

  constructor(private readonly base: readonly string[]) {}

  take(cluster: Cluster): void {
    this.agree(this.base.slice(this.at, cluster.from));
    this.at = cluster.to;
    const [first] = cluster.edits;
    if (first === undefined) return;
    if (cluster.edits.every(({ by }) => by === first.by)) {
      this.agree(this.changed(cluster, first.by));
      return;
    }
    const mine = this.changed(cluster, 'mine');
    const theirs = this.changed(cluster, 'theirs');
    if (isInsertion(cluster)) this.keepBoth(mine, theirs);
    else this.differ(mine, theirs);
  }

  merged(): MergedText {
    this.agree(this.base.slice(this.at));
    const [merged, mine, theirs] = [this.both, this.mine, this.theirs].map((lines) => lines.join('\n'));
    return { merged: merged ?? '', overlaps: this.overlaps, mine: mine ?? '', theirs: theirs ?? '' };
  }

  /** The lines of a cluster as one of the two has them. */
  private changed({ from, to, edits }: Cluster, by: OwnEdit['by']): string[] {
    const runs: (readonly string[])[] = [];
    let at = from;
    for (const edit of edits) {
      if (edit.by !== by) continue;
      runs.push(this.base.slice(at, edit.from), edit.lines);
      at = edit.to;
    }
    return [...runs, this.base.slice(at, to)].flat();
  }

  private agree(lines: readonly string[]): void {
    for (const line of lines) {
      this.both.push(line);
      this.mine.push(line);
      this.theirs.push(line);
    }
  }

  /** Lines that both put at one place take nothing from each other. */
  private keepBoth(mine: readonly string[], theirs: readonly string[]): void {
    this.agree(isSame(mine, theirs) ? mine : [...mine, ...theirs]);
  }

  private differ(mine: readonly string[], theirs: readonly string[]): void {
    if (isSame(mine, theirs)) {
      this.agree(mine);
      return;
    }
    this.overlaps = true;
    for (const line of mine) this.mine.push(line);
    for (const line of theirs) this.theirs.push(line);
    for (const line of mine) this.both.push(line);
    for (const line of theirs) this.both.push(line);
  }
}

function isSame(mine: readonly string[], theirs: readonly string[]): boolean {
  return mine.length === theirs.length && mine.every((line, place) => line === theirs[place]);
}
