'use client';

import type { NoteStep as Note } from '@/lib/interface';
import { MarkdownField } from './markdown-field';
import { useEditStep } from './notebook-context';

/** Words between the queries. */
export function NoteStep({ step, place }: { step: Note; place: number }) {
  const editStep = useEditStep(step.id, 'note');
  return (
    <div className="px-4 py-2.5">
      <MarkdownField
        label={`Note, step ${place}`}
        text={step.text}
        placeholder="What you see, think, or still have to ask"
        empty="An empty note"
        onText={(text) => editStep((old) => ({ ...old, text }), 'text')}
      />
    </div>
  );
}
