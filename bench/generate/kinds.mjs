import { auditLines } from './audit.mjs';
import { makeCluster } from './cluster.mjs';
import { containerLines } from './container.mjs';
import { hubbleLines } from './hubble.mjs';
import { Random } from './random.mjs';
import { vpcLines } from './vpc.mjs';

const CHUNK_CHARACTERS = 1024 * 1024;

/** The four kinds of log that the benchmark feeds, in the order in which it does; `share` is how many of ten events are of it. */
export const KINDS = [
  { name: 'audit', share: 2, file: 'audit.log', lines: auditLines },
  { name: 'container', share: 5, file: 'containers.log', lines: containerLines },
  { name: 'hubble', share: 1, file: 'hubble.json', lines: hubbleLines },
  { name: 'vpc', share: 2, file: 'vpc-flow.log', lines: vpcLines },
];

/**
 * A log of one kind, in pieces of about a megabyte: the same bytes for the same seed and count, ASCII only.
 * @param {(typeof KINDS)[number]} kind
 * @param {number} count lines, which are events
 * @param {string} seed
 * @returns {Generator<Buffer>}
 */
export function* generate(kind, count, seed) {
  const next = kind.lines(makeCluster(seed), new Random(`${kind.name} ${seed}`), count);
  let text = '';
  for (let index = 0; index < count; index += 1) {
    text += `${next(index)}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text, 'latin1');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'latin1');
}
