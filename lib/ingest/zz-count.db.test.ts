import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { SAMPLE_LAST_DAY } from '@/lib/interface';
import { BUILT_IN_RULES } from '@/lib/rules';
import { closeStore, countEvents, readQuery } from '@/lib/store';
import { writeSampleArchive } from './sample-archive';
import { readUpload } from './test-reading';
afterAll(closeStore);
test('count', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trackway-sample-'));
  const path = join(folder, 'sample');
  await writeSampleArchive(path, { seed: 7, volume: 1 });
  const source = await readUpload('Sample incident', await readFile(path));
  let out = '';
  for (const rule of BUILT_IN_RULES) {
    if (rule.kind !== 'rule') continue;
    const last = await countEvents({ type: [], q: rule.q, from: SAMPLE_LAST_DAY.from } as never);
    const quiet = await countEvents({ type: [], q: rule.q, to: SAMPLE_LAST_DAY.from } as never);
    out += `${rule.name}${rule.off ? ' (off)' : ''}${rule.silent ? ' (silent)' : ''}: last ${last.count}, quiet ${quiet.count}\n`;
    if (last.count + quiet.count > 0) {
      for (const range of [{ from: SAMPLE_LAST_DAY.from }, { to: SAMPLE_LAST_DAY.from }]) {
        const rows = await readQuery({ type: [], q: `${rule.q} | count, min time, max time by ${rule.by.join(', ')}${rule.by.includes('user') ? '' : ', user'}${rule.by.length < 4 ? ', user_agent' : ''}`, source, ...range } as never);
        out += '   ' + JSON.stringify((rows as { rows: unknown[] }).rows.slice(0, 8)) + '\n';
      }
    }
  }
  await writeFile('/tmp/hunts-audit/sample.txt', out);
}, 300_000);
