import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PatternMiner } from './miner';
import { describes } from './shape';

/** A line as patterns see it: its first line, blanks as one. */
function normal(line: string): string {
  return line
    .replace(/^[\0-\x20\x7f]+/, '')
    .split('\n', 1)
    .join('')
    .replace(/[\0-\x20\x7f]+/g, ' ')
    .trim();
}

function textsOf(lines: readonly string[]): string[] {
  const miner = new PatternMiner();
  const shapes = lines.map((line) => miner.shapeOf(line));
  return shapes.map(({ pattern }) => pattern.text);
}

const piece = fc.oneof(
  fc.constantFrom(
    'user',
    'root',
    'failed',
    'for',
    'for user',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '=',
    ':',
    ',',
    ';',
  ),
  fc.constantFrom(
    '<',
    '>',
    '<*>',
    '12',
    '1.5',
    'ms',
    'bytes',
    '10.0.0.1:80',
    '/var/log',
    'a@b.example',
    'Jan',
    'Mon',
    '..',
    '-',
  ),
  fc.constantFrom(' ', '  ', '\t', '\n', 'msg=', 'key=', '"k":', 'http2', 'example.com', '\u{1F600}', 'ключ'),
  fc.string({ maxLength: 6 }),
);
const line = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('the pattern of a line', () => {
  test.each([
    [
      'Failed password for invalid user admin from 10.1.2.3 port 4711 ssh2',
      'Failed password for invalid user <*> from <*> port <*> ssh2',
    ],
    ['session opened for user jane by (uid=0)', 'session opened for user <*> by (uid=<*>)'],
    ['Accepted publickey for jane from 10.1.2.3', 'Accepted publickey for <*> from <*>'],
    ['GET /api/v1/pods?watch=true 200 in 12ms', 'GET <*> in <*>'],
    ['close, 1301 bytes (1.27 KB) sent, lifetime <1 sec', 'close, <*> sent, lifetime <*>'],
    ['close, 64 bytes sent, lifetime 00:02', 'close, <*> sent, lifetime <*>'],
    ['"SyncLoop ADD" source="api" pods=["kube-system/dns"]', '"SyncLoop ADD" source=<*> pods=<*>'],
    ['{"level":"info", "n": 5, "of": {"a": [1]}}', '{"level":<*>, "n":<*>, "of":<*>}'],
    ['Kind:"Pod", Name:"dns"', 'Kind:<*>, Name:<*>'],
    ['level=info msg="hello there" took=5ms', 'level=<*> msg="hello there" took=<*>'],
    ['connection from host.example.com () at Sat Jun 18 02:08:10 2005', 'connection from <*> (<*>) at <*>'],
    ['retrying 3, 4, 5 of them', 'retrying <*> of them'],
    ['register enable..............0', 'register enable..............<*>'],
    ['panic: index out of range [5]\n\ngoroutine 1', 'panic: index out of range [<*>]'],
    ['ready', 'ready'],
    ['', ''],
  ])('%s', (given, expected) => {
    expect(textsOf([given])).toEqual([expected]);
  });

  test('describes the line, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        for (const [index, text] of textsOf(lines).entries()) {
          expect(describes(text, normal(lines[index] ?? '')), `${text} | ${lines[index]}`).toBe(true);
        }
      }),
    );
  });

  test('is the same for the same lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        expect(textsOf(lines)).toEqual(textsOf(lines));
      }),
    );
  });

  test('is found again after it was forgotten', () => {
    const miner = new PatternMiner(4, 4);
    const lines = Array.from({ length: 200 }, (_, index) => `${'abcdefghijklmnopqrstuvwxyz'[index % 26]} happened`);
    const texts = lines.map((given) => miner.shapeOf(given).text);
    expect(texts).toEqual(lines);
  });

  test.each([
    '[',
    '{',
    '(',
    '"',
    "'",
    'a=',
    'a=[',
    'a={"',
    '"a":',
    '<1',
    ',',
    '1,',
    'a,',
    '=',
    ':',
    '..',
    '@',
    'x ',
    'a/b ',
    'a@b. ',
    'for user ',
    '/',
    '\t',
    '\\"',
  ])('of a million characters of %j takes no longer than a glance at it', (repeated) => {
    const long = repeated.repeat(1_000_000 / repeated.length);
    const miner = new PatternMiner();
    const started = performance.now();
    for (let run = 0; run < 20; run += 1) miner.shapeOf(`${run % 2} ${long}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('one word that differs', () => {
  const users = ['root', 'jane', 'operator', 'backup', 'guest'];
  const lines = users.map((user) => `Accepted key of ${user} over the network`);

  test('is a value once many were met', () => {
    expect(new Set(textsOf(lines))).toEqual(new Set(['Accepted key of <*> over the network']));
    expect(new Set(textsOf(lines.slice(1))).size).toBe(4);
  });

  test('is a value at once from then on, however short the line', () => {
    const texts = textsOf([...users, 'carol'].map((user) => `hello dear ${user}`));
    expect(texts.at(-1)).toBe('hello dear <*>');
  });

  test('keeps the punctuation around it', () => {
    const texts = textsOf(users.map((user) => `the quota of "${user}", as set before, is used up`));
    expect(new Set(texts)).toEqual(new Set(['the quota of "<*>", as set before, is used up']));
  });

  test('is no value where states are written', () => {
    const states = ['NEW', 'SETUP', 'RUNNING', 'COMMITTING', 'SUCCEEDED', 'FAILED', 'KILLED'];
    expect(new Set(textsOf(states.map((state) => `the job went on to ${state} now`))).size).toBe(states.length);
  });

  test('is a value where numbers stood before', () => {
    const [one, other] = textsOf(['shutting down the worker 7 for good', 'shutting down the worker main for good']);
    expect(other).toBe(one);
  });
});

describe('a pattern that is known', () => {
  test('keeps its id when it becomes more general', () => {
    const miner = new PatternMiner();
    miner.learn('first', 'Accepted key of root over the network');
    const shapes = ['jane', 'operator', 'backup', 'guest'].map((user) =>
      miner.shapeOf(`Accepted key of ${user} over the network`),
    );
    expect(shapes.map(({ pattern }) => pattern.id)).toEqual(shapes.map(() => 'first'));
    expect(shapes[0]?.pattern).toMatchObject({
      text: 'Accepted key of <*> over the network',
      storedText: 'Accepted key of root over the network',
    });
  });

  test('takes in lines of its shape', () => {
    const miner = new PatternMiner();
    miner.learn('known', 'took <*> to finish the job');
    expect(miner.shapeOf('took 5 ms to finish the job').pattern.id).toBe('known');
  });
});
