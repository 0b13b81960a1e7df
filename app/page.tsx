import { Overview } from '@/components/overview';
import { admit } from './admit';

export default async function OverviewPage() {
  await admit('GET /');
  return <Overview />;
}
