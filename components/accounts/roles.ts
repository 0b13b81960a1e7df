import type { Role } from '@/lib/interface';

/** What each role may, for whoever chooses one. */
export const ROLE_LABELS: readonly { readonly value: Role; readonly label: string }[] = [
  { value: 'viewer', label: 'viewer: reads' },
  { value: 'hunter', label: 'hunter: reads, saves hunts' },
  { value: 'administrator', label: 'administrator: everything' },
];
