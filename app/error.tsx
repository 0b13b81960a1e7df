'use client';

import { Button, EmptyState } from '@/components/ui';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <EmptyState title="This page failed" tone="error" action={<Button onClick={reset}>Try again</Button>}>
      {error.digest === undefined ? error.message : `The server says why in its log, under the digest ${error.digest}.`}
    </EmptyState>
  );
}
