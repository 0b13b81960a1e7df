import type { Metadata } from 'next';
import { SettingsPage } from '@/components/accounts';
import { admit } from '../admit';

export const metadata: Metadata = { title: 'Settings' };

export default async function Settings() {
  await admit('GET /settings');
  return <SettingsPage />;
}
