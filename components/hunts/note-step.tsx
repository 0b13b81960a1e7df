'use client';

import { useState } from 'react';
import { Button } from '@/components/ui';
import type { NoteStep as Note } from '@/lib/interface';
import { MarkdownText } from './markdown-text';
import { useEditStep, useOpenHunt } from './notebook-context';
import { WritingArea } from './writing-area';

const TEXT_MAX = 50_000;

/** Words between the queries: written as Markdown, read as what it means. */
export function NoteStep({ step, place }: { step: Note; place: number }) {
  const { writable } = useOpenHunt();
  const editStep = useEditStep(step.id, 'note');
  const [writing, setWriting] = useState(step.text === '');
  if (!writable || (!writing && step.text !== '')) {
    return (
      <div className="group relative px-4 py-2.5">
        <MarkdownText text={step.text} />
        {writable ? (
          <Button
            size="small"
            className="absolute top-2 right-2 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100"
            onClick={() => setWriting(true)}
          >
            Edit
          </Button>
        ) : null}
      </div>
    );
  }
  return (
    <div className="grid gap-1 px-2 py-2">
      <WritingArea
        aria-label={`Note, step ${place}`}
        value={step.text}
        maxLength={TEXT_MAX}
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: it was asked for with a button
        autoFocus={writing && step.text !== ''}
        placeholder="What you see, think, or still have to ask. Markdown: **bold**, `code`, lists, links, tables."
        onText={(text) => editStep((old) => ({ ...old, text }), 'text')}
        className="max-h-[480px] min-h-16 px-2 py-1"
      />
      {step.text === '' ? null : (
        <div className="flex justify-end px-2">
          <Button size="small" onClick={() => setWriting(false)}>
            Preview
          </Button>
        </div>
      )}
    </div>
  );
}
