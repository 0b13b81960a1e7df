import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { logger } from '@/lib/logger';
import { sampleWeek, type Truth } from '@/lib/sample';

const wholeNumber = z.coerce.number().int().min(0);
/** `<folder> <seed> <volume>`, as `npm run sample` gives them. */
const options = z.tuple([z.string().min(1), wholeNumber, z.coerce.number().min(0).max(20)]);

/** Writes a sample into a folder, and beside its logs what is true about it; then ends. */
async function writeSample(folder: string, seed: number, volume: number): Promise<void> {
  const week = sampleWeek({ seed, volume });
  let files = 0;
  for (let step = week.next(); ; step = week.next()) {
    if (step.done === true) {
      await writeTruth(folder, step.value);
      logger.info('the sample is written', { folder, files, steps: step.value.steps.length });
      return;
    }
    if (step.value === null) continue;
    const path = join(folder, step.value.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, step.value.text);
    files += 1;
  }
}

/** Beside the logs and not among them: whoever uploads the folder with the logs does not upload the answers. */
async function writeTruth(folder: string, truth: Truth): Promise<void> {
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
}

await writeSample(...options.parse(process.argv.slice(2)));
