'use client';

import { type FormEvent, useContext, useState } from 'react';
import { Choice, InlineField } from '@/components/forms';
import { Button } from '@/components/ui';
import type { Corrections, SourcePatch } from '@/lib/interface';
import { type CorrectionDraft, draftOf, patchOf, TYPE_CHOICES } from './correction-draft';
import { offsetWords, ZONE_CHOICES } from './correction-words';
import { FormatNames } from './format-names';
import { useCorrection } from './use-correction';

interface CorrectionFormProps {
  sourceId: string;
  /** The file to correct; null = all files of the source. */
  path: string | null;
  said: Corrections;
  /** What holds where nothing is said here: the word on all files, for one of them. */
  otherwise: Corrections;
  /** A stream is corrected for what comes, which no year can say. */
  stream: boolean;
  onDone: () => void;
}

/** Takes a person's word on what detection got wrong. */
export function CorrectionForm({ sourceId, path, said, otherwise, stream, onDone }: CorrectionFormProps) {
  const [draft, setDraft] = useState(() => draftOf(said));
  const save = useCorrection(sourceId);
  const result = patchOf(said, draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (result.problem !== null || !result.changed) return;
    const patch: SourcePatch = path === null ? result.patch : { path, ...result.patch };
    save.mutate(patch, { onSuccess: onDone });
  };
  const ready = result.problem === null && result.changed && !save.isPending;
  return (
    <form
      aria-label={stream ? 'Correct this stream' : path === null ? 'Correct all files' : 'Correct this file'}
      onSubmit={submit}
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <Fields
        draft={draft}
        otherwise={otherwise}
        stream={stream}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <div className="flex gap-2">
        <Button type="submit" look="primary" size="small" disabled={!ready}>
          {save.isPending ? 'Saving…' : 'Correct'}
        </Button>
        <Button size="small" onClick={onDone}>
          Leave as it is
        </Button>
      </div>
      {save.isError || result.problem !== null ? (
        <p role="alert" className="basis-full text-error">
          {result.problem ?? `Nothing was changed: ${save.error?.message}`}
        </p>
      ) : null}
    </form>
  );
}

interface FieldsProps {
  draft: CorrectionDraft;
  otherwise: Corrections;
  stream: boolean;
  onChange: (change: Partial<CorrectionDraft>) => void;
}

function Fields({ draft, otherwise, stream, onChange }: FieldsProps) {
  const formats = useContext(FormatNames);
  const zone = otherwise.zoneMinutes === null ? null : offsetWords(otherwise.zoneMinutes);
  return (
    <>
      <Choice
        label="Format"
        value={draft.format}
        onChange={(format) => onChange({ format })}
        choices={[
          nothing(otherwise.format, 'detected'),
          { value: 'plain', label: 'plain (none)' },
          ...formats.map((name) => ({ value: name, label: name })),
        ]}
      />
      <Choice
        label="Type"
        value={draft.type}
        onChange={(type) => onChange({ type })}
        choices={[nothing(otherwise.type, 'detected'), ...TYPE_CHOICES]}
      />
      <Choice
        label="Zone"
        value={draft.zone}
        onChange={(chosen) => onChange({ zone: chosen })}
        choices={[nothing(zone, 'inferred'), ...ZONE_CHOICES]}
      />
      {stream ? null : (
        <InlineField
          label="Year"
          about="The year of the first record of a file that names none"
          placeholder={otherwise.year === null ? 'inferred' : String(otherwise.year)}
          value={draft.year}
          onChange={(event) => onChange({ year: event.target.value })}
        />
      )}
      <InlineField
        label="Clock ahead by"
        unit="s"
        about="Seconds by which the clock that wrote it was ahead of the true time; negative if it was behind"
        placeholder={String(otherwise.skewSeconds ?? 0)}
        value={draft.skew}
        onChange={(event) => onChange({ skew: event.target.value })}
      />
    </>
  );
}

function nothing(otherwise: string | null, word: string): { value: string; label: string } {
  return { value: '', label: otherwise === null ? word : `${otherwise}, as all files` };
}
