'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Access, Permission } from '@/lib/interface';

const AccessContext = createContext<Access>({ accounts: false, person: null, may: [] });

/** Tells everything below who looks at the page. The server decides for itself; this is for what to show. */
export function AccessProvider({ access, children }: { access: Access; children: ReactNode }) {
  return <AccessContext value={access}>{children}</AccessContext>;
}

export function useAccess(): Access {
  return useContext(AccessContext);
}

/** Whether what needs a permission should be shown at all. */
export function useMay(permission: Permission): boolean {
  return useAccess().may.includes(permission);
}
