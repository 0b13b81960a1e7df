import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { fetchAnswer } from '@/components/interface';

/** Has the server stop reading a source. What was read stays. */
export async function cancelReading(sourceId: string, client: QueryClient): Promise<void> {
  await fetchAnswer(z.unknown(), `/api/sources/${encodeURIComponent(sourceId)}/cancel`, {}, { method: 'POST' });
  await client.invalidateQueries({ queryKey: ['sources'] });
  await client.invalidateQueries({ queryKey: ['source', sourceId] });
}
