import type { FileAnswer, SourceAnswer } from '@/lib/interface';
import { readSource, sourceFiles } from './read-sources';

/** A source with all its files. Fixture of tests, whose sources are small. */
export async function sourceWithFiles(id: string): Promise<SourceAnswer> {
  const source = await readSource(id);
  const files: FileAnswer[] = [];
  for await (const page of sourceFiles(source.id)) files.push(...page);
  return { ...source, files };
}
