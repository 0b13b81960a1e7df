'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { copyText } from './copy-text';

interface CopyButtonProps {
  /** Asked when it is clicked. */
  text: () => string;
  label: string;
  size?: 'small' | 'medium';
}

const SHOWN_MS = 1600;

/** Copies, and says truthfully whether it did. */
export function CopyButton({ text, label, size = 'small' }: CopyButtonProps) {
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (result === null) return;
    const timer = setTimeout(() => setResult(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);
  return (
    <Button size={size} onClick={() => void copyText(text()).then((done) => setResult(done ? 'copied' : 'failed'))}>
      {result === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      <span aria-live="polite">{result === null ? label : result === 'copied' ? 'Copied' : 'Not allowed'}</span>
    </Button>
  );
}
