import { afterAll, beforeEach, expect, it } from 'vitest';
import { tailParameters } from '@/lib/interface';
import { closeStore, pool } from '../client';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { announceArrival } from '../write/announce-arrival';
import { type TailNews, tailEvents } from './tail-events';

beforeEach(async () => {
  await clearStore();
  await pool().query('TRUNCATE arrival RESTART IDENTITY');
});
afterAll(closeStore);

const event = (word: string, rest: Partial<TestEvent> = {}): TestEvent => ({
  raw: `{"word":"${word}","spec":{"hostNetwork":${word === 'beta'}}}`,
  message: word,
  time: '2025-03-01T10:00:00Z',
  ...rest,
});

/** Stores events and says that they arrived, as one commit of the writer does. */
async function arrive(events: readonly TestEvent[]): Promise<void> {
  const { segment } = await insertSource(events);
  await announce(segment, 0, events.length - 1);
}

async function announce(segment: number, first: number, last: number): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await announceArrival(client, segment, { first, last });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** A tail that is read until it has said enough. */
class Follower {
  private readonly leaving = new AbortController();
  private readonly steps: AsyncGenerator<TailNews[]>;
  readonly news: TailNews[] = [];

  constructor(parameters: Record<string, string> = {}) {
    this.steps = tailEvents(tailParameters.parse(parameters), this.leaving.signal);
  }

  async until(isEnough: (news: readonly TailNews[]) => boolean): Promise<void> {
    do {
      const step = await this.steps.next();
      if (step.done) throw new Error('the tail ended');
      this.news.push(...step.value);
    } while (!isEnough(this.news));
  }

  async events(count: number): Promise<string[]> {
    await this.until((news) => news.filter(({ kind }) => kind === 'event').length >= count);
    return this.news.flatMap((each) => (each.kind === 'event' ? [each.event.message] : []));
  }

  get position(): string {
    return this.news.at(-1)?.position ?? '';
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await this.steps.return(undefined);
  }
}

async function following(parameters: Record<string, string> = {}): Promise<Follower> {
  const follower = new Follower(parameters);
  await follower.until((news) => news.length > 0);
  return follower;
}

it('tells of what arrives after it began, in the order of arrival', async () => {
  await arrive([event('before')]);
  const follower = await following();
  const seen = follower.events(3);
  await arrive([event('one'), event('two')]);
  await arrive([event('three')]);
  expect(await seen).toEqual(['one', 'two', 'three']);
  await follower.leave();
});

it.each([
  ['a word of the original', 'beta', ['beta']],
  ['a field', 'message:alpha', ['alpha']],
  ['a path into the original', 'spec.hostNetwork:true', ['beta']],
  ['what an attribute says', 'pod.colour:red', ['red']],
  ['a type', 'type:audit', ['red']],
])('tells of what matches %s, and of nothing else', async (_name, q, expected) => {
  const follower = await following({ q });
  const seen = follower.events(1);
  await arrive([event('alpha'), event('beta'), event('red', { attributes: { 'pod.colour': 'red' }, type: 'audit' })]);
  expect(await seen).toEqual(expected);
  await follower.leave();
});

it('keeps to the source, the types and the time asked for', async () => {
  const { id, segment } = await insertSource([event('mine'), event('old', { time: '2020-01-01T00:00:00Z' })]);
  const follower = await following({ source: id, from: '2025-01-01T00:00:00Z', type: 'application' });
  const seen = follower.events(1);
  await arrive([event('foreign')]);
  await announce(segment, 0, 1);
  expect(await seen).toEqual(['mine']);
  await follower.leave();
});

it('goes on where it was: nothing twice, nothing left out, wherever it was cut', async () => {
  const words = Array.from({ length: 1203 }, (_, index) => `w${index}`);
  const follower = await following();
  const start = follower.position;
  await follower.leave();
  await arrive(words.slice(0, 700).map((word) => event(word)));
  await arrive(words.slice(700).map((word) => event(word)));
  const seen: string[] = [];
  let after = start;
  // Each time it is read a little further, then cut in the middle of what it had said.
  while (seen.length < words.length) {
    const again = new Follower({ after });
    await again.events(1);
    const said = again.news.filter(({ kind }) => kind === 'event').slice(0, 311);
    for (const each of said) if (each.kind === 'event') seen.push(each.event.message);
    after = said.at(-1)?.position ?? after;
    await again.leave();
  }
  expect(seen).toEqual(words);
});

it('announces an upload that is too large to be shown', async () => {
  const { segment } = await insertSource([event('a')]);
  const follower = await following();
  const seen = follower.until((news) => news.some(({ kind }) => kind === 'many'));
  await announce(segment, 0, 10_000);
  await seen;
  expect(follower.news.find(({ kind }) => kind === 'many')).toMatchObject({ many: { segment, events: 10_001 } });
  await follower.leave();
});

it('says so when what came meanwhile is forgotten', async () => {
  await arrive([event('one')]);
  await arrive([event('two')]);
  await pool().query('DELETE FROM arrival WHERE id = 1');
  const follower = await following({ after: '1' });
  expect(follower.news[0]).toEqual({ kind: 'gap', position: '2' });
  await follower.leave();
});

it.each([{ q: 'status:(' }, { source: 'nobody' }, { after: 'x' }])('fails at once for %j', async (parameters) => {
  await expect(following(parameters)).rejects.toThrow();
});

it('does not see an arrival before those that were numbered earlier', async () => {
  const { segment } = await insertSource([event('one'), event('two')]);
  const follower = await following();
  const seen = follower.events(2);
  const slow = await pool().connect();
  await slow.query('BEGIN');
  await announceArrival(slow, segment, { first: 0, last: 0 });
  const quick = announce(segment, 1, 1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await slow.query('COMMIT');
  slow.release();
  await quick;
  expect(await seen).toEqual(['one', 'two']);
  await follower.leave();
});
