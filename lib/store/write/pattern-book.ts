import type { PoolClient } from 'pg';
import type { LogType } from '@/lib/events';
import { describes, PatternMiner, type Shape } from '@/lib/patterns';
import { pool } from '../client';
import { inTransaction } from '../transaction';
import { PATTERN_STORE_LOCK } from '../used-patterns';
import { patternIds } from './pattern-id';

/** What people and programs wrote themselves; messages of the other types are sentences that formats made. */
const WRITTEN: ReadonlySet<LogType> = new Set(['application', 'node', 'control-plane']);
/** Stored patterns that a process begins with: those that changed last. */
const LEARNT_MAX = 8192;

interface PatternRow {
  readonly id: string;
  readonly text: string;
  readonly change: string;
}

/**
 * The patterns that this process knows. All processes that write share those in table `pattern`: what is new is stored under a lock,
 * after learning what others stored meanwhile, so that one shape is one pattern wherever it is read.
 */
export class PatternBook {
  private readonly miner = new PatternMiner();
  /** The last change that was learnt; null before the first. */
  private change: string | null = null;

  /** The shape of a message; null for what has no pattern. */
  shapeOf(type: LogType, message: string): Shape | null {
    return WRITTEN.has(type) && message !== '' ? this.miner.shapeOf(message) : null;
  }

  /**
   * Stores the patterns of the shapes, as far as they are not, and answers the id of each shape's. In a transaction of its own, so that
   * nobody waits for the caller's, who must have kept others from removing patterns.
   */
  async store(shapes: readonly Shape[]): Promise<ReadonlyMap<Shape, string>> {
    if (shapes.length === 0) return new Map();
    const known = this.change === null ? null : await storedIds(shapes);
    return known ?? (await this.storeLocked(shapes));
  }

  private async storeLocked(shapes: readonly Shape[]): Promise<ReadonlyMap<Shape, string>> {
    const { learnt, patternOf, ids } = await inTransaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [PATTERN_STORE_LOCK]);
      const learnt = await this.learn(client);
      // What stands for a shape may change while the database is asked.
      const patternOf = new Map(shapes.map((shape) => [shape, shape.pattern]));
      return { learnt, patternOf, ids: await save(client, [...new Set(patternOf.values())]) };
    });
    this.change = learnt;
    for (const [pattern, id] of ids) pattern.isStored(id);
    return new Map(Array.from(patternOf, ([shape, pattern]) => [shape, ids.get(pattern) ?? '']));
  }

  /** Takes in what changed since the last time; answers the last change. */
  private async learn(client: PoolClient): Promise<string> {
    const { rows } = await client.query<PatternRow>(
      `SELECT id, text, change::text AS change FROM pattern WHERE change > $1 ORDER BY pattern.change DESC LIMIT $2`,
      [this.change ?? '0', LEARNT_MAX],
    );
    for (const { id, text } of [...rows].reverse()) this.miner.learn(id, text);
    return rows[0]?.change ?? this.change ?? '0';
  }
}

const book = new PatternBook();

/** The patterns that this process knows. */
export function patternBook(): PatternBook {
  return book;
}

/** The ids of the shapes' patterns; null if not all are in the table under the text that they have now. */
async function storedIds(shapes: readonly Shape[]): Promise<ReadonlyMap<Shape, string> | null> {
  const ids = new Map<Shape, string>();
  for (const shape of shapes) {
    const { id, text, storedText } = shape.pattern;
    if (id === null || text !== storedText) return null;
    ids.set(shape, id);
  }
  const distinct = [...new Set(ids.values())];
  const { rows } = await pool().query<{ stored: number }>(
    'SELECT count(*)::int AS stored FROM pattern WHERE id = ANY ($1::text[])',
    [distinct],
  );
  return rows[0]?.stored === distinct.length ? ids : null;
}

/** Stores new patterns, and the texts of those that became more general; answers the id of each. */
async function save(client: PoolClient, patterns: readonly Shape[]): Promise<ReadonlyMap<Shape, string>> {
  const wanted = patterns.map((pattern) => ({ pattern, possible: idsOf(pattern) }));
  const { rows } = await client.query<{ id: string; text: string }>(
    'SELECT id, text FROM pattern WHERE id = ANY ($1::text[])',
    [wanted.flatMap(({ possible }) => possible)],
  );
  const taken = new Map(rows.map(({ id, text }) => [id, text]));
  const ids = new Map<Shape, string>();
  const texts = new Map<string, string>();
  for (const { pattern, possible } of wanted) {
    const id = possible.find((each) => isOf(pattern, taken.get(each))) ?? possible.at(-1) ?? '';
    ids.set(pattern, id);
    // What is stored describes this one too, or is this one's own of before.
    if (pattern.id === null ? taken.has(id) : taken.get(id) === pattern.text) continue;
    taken.set(id, pattern.text);
    texts.set(id, pattern.text);
  }
  await client.query(
    `INSERT INTO pattern (id, text) SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, change = excluded.change`,
    [[...texts.keys()], [...texts.values()]],
  );
  return ids;
}

function idsOf({ id, text }: Shape): string[] {
  return id === null ? patternIds(text) : [id];
}

/** Whether a pattern may go by an id that has such a text: nobody's, its own, or one that became more general since. */
function isOf({ id, text }: Shape, stored: string | undefined): boolean {
  return stored === undefined || id !== null || describes(stored, text);
}
