import type { Metadata } from 'next';
import { MatrixPage } from '@/components/matrix';
import { admit } from '../../admit';

export const metadata: Metadata = { title: 'Matrix' };

export default async function Matrix() {
  await admit('GET /findings/matrix');
  return <MatrixPage />;
}
