import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spoolFolder } from './uploads';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Removes what is left in the spool folder of a source that was deleted. */
export async function dropUpload(id: string): Promise<void> {
  if (!UUID.test(id)) return;
  await rm(join(spoolFolder(), id), { force: true });
  await rm(join(spoolFolder(), `${id}.json`), { force: true });
}
