'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleUser } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useAccess } from '@/components/access';
import { fetchAnswer } from '@/components/interface';
import { IconButton, Menu, MenuItem, MenuLabel } from '@/components/ui';
import { doneAnswer } from '@/lib/interface';

/** Who is signed in, and the way out. Nothing where there are no accounts. */
export function AccountMenu() {
  const { person } = useAccess();
  const router = useRouter();
  const leaving = useMutation({
    mutationFn: (everywhere: '1' | '0') =>
      fetchAnswer(doneAnswer, '/api/session', { everywhere }, { method: 'DELETE' }),
    // A new page, so that nothing of what was asked stays in the memory of this one.
    onSettled: () => window.location.assign('/login'),
  });
  if (person === null) return null;
  return (
    <Menu
      trigger={
        <IconButton label={`Signed in as ${person.name}`}>
          <CircleUser size={18} strokeWidth={1.7} aria-hidden />
        </IconButton>
      }
    >
      <MenuLabel>
        {person.name} · {person.role}
      </MenuLabel>
      <MenuItem onSelect={() => router.push('/settings')}>Your password and sessions</MenuItem>
      <MenuItem onSelect={() => leaving.mutate('0')}>Sign out</MenuItem>
      <MenuItem onSelect={() => leaving.mutate('1')}>Sign out everywhere</MenuItem>
    </Menu>
  );
}
