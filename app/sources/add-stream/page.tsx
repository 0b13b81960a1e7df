import type { Metadata } from 'next';
import { AddStream } from '@/components/streams';
import { admit } from '../../admit';

export const metadata: Metadata = { title: 'Add a stream' };

export default async function AddStreamPage() {
  await admit('GET /sources/add-stream');
  return <AddStream />;
}
