'use client';

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { AnswerError } from '@/components/interface';
import { TooltipProvider } from '@/components/ui';

interface ProvidersProps {
  nonce: string | undefined;
  children: ReactNode;
}

export function Providers({ nonce, children }: ProvidersProps) {
  const [client] = useState(newQueryClient);
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      disableTransitionOnChange
      {...(nonce === undefined ? {} : { nonce })}
    >
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <TooltipProvider>{children}</TooltipProvider>
        </NuqsAdapter>
      </QueryClientProvider>
    </ThemeProvider>
  );
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: signInAgain }),
    mutationCache: new MutationCache({ onError: signInAgain }),
    defaultOptions: { queries: { staleTime: 300_000, refetchOnWindowFocus: false, retry: false } },
  });
}

/** A session that is over makes every answer an error: the page leads to where one signs in, and back. */
function signInAgain(error: Error): void {
  const { pathname, search } = window.location;
  if (!(error instanceof AnswerError) || error.code !== 'sign-in-needed' || pathname === '/login') return;
  window.location.assign(`/login?to=${encodeURIComponent(pathname + search)}`);
}
