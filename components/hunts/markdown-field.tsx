'use client';

import { useState } from 'react';
import { Button } from '@/components/ui';
import { MarkdownText } from './markdown-text';
import { useOpenHunt } from './notebook-context';
import { WritingArea } from './writing-area';

const TEXT_MAX = 50_000;

interface MarkdownFieldProps {
  label: string;
  text: string;
  placeholder: string;
  /** What stands there when whoever may not write finds nothing. */
  empty: string;
  onText: (text: string) => void;
}

/** A text written as Markdown and read as what it means. */
export function MarkdownField({ label, text, placeholder, empty, onText }: MarkdownFieldProps) {
  const { writable } = useOpenHunt();
  const [writing, setWriting] = useState(text === '');
  const [asked, setAsked] = useState(false);
  if (!writable && text === '') return <p className="text-faint">{empty}</p>;
  if (!writable || !writing) {
    return (
      <div className="group relative min-h-8">
        <MarkdownText text={text} />
        {writable ? (
          <Button
            size="small"
            aria-label={`Edit: ${label}`}
            className="absolute top-0 right-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100"
            onClick={() => {
              setAsked(true);
              setWriting(true);
            }}
          >
            Edit
          </Button>
        ) : null}
      </div>
    );
  }
  return (
    <div className="grid gap-1">
      <WritingArea
        aria-label={label}
        value={text}
        maxLength={TEXT_MAX}
        rows={3}
        autoFocus={asked}
        placeholder={placeholder}
        onText={onText}
        className="-ml-2 max-h-[480px] min-h-16 w-[calc(100%+16px)] border-line px-2 py-1.5"
      />
      <div className="flex h-7 items-center justify-between gap-2 text-2xs text-faint">
        <span>Markdown: **bold**, `code`, lists, links, tables</span>
        {text === '' ? null : (
          <Button size="small" aria-label={`Preview: ${label}`} onClick={() => setWriting(false)}>
            Preview
          </Button>
        )}
      </div>
    </div>
  );
}
