'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fetchAnswer } from '@/components/interface';
import { formatCounted } from '@/components/text';
import { offsetLabel } from '@/components/time';
import { Button, TextInput } from '@/components/ui';
import { type SourceAnswer, type SourcePatch, sourcePatch, sourceSummary } from '@/lib/interface';
import { Choice } from './choice';

/** True when a person may know better than Trackway what time it was: a year or zone was inferred, or set before. */
export function hasGuessedTimes(source: SourceAnswer): boolean {
  return source.zoneMinutes !== null || source.year !== null || guessedFiles(source) > 0;
}

/** Says that times were inferred and takes a correction. */
export function TimeCorrection({ source }: { source: SourceAnswer }) {
  const client = useQueryClient();
  const [zone, setZone] = useState(String(source.zoneMinutes ?? ''));
  const [year, setYear] = useState(String(source.year ?? ''));
  const save = useMutation({
    mutationFn: (patch: SourcePatch) =>
      fetchAnswer(
        sourceSummary,
        `/api/sources/${encodeURIComponent(source.id)}`,
        {},
        { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(patch) },
      ),
    onSuccess: () => client.invalidateQueries(),
  });
  const patch = sourcePatch.safeParse({
    zoneMinutes: zone === '' ? null : Number(zone),
    year: year.trim() === '' ? null : Number(year),
  });
  const changed = zone !== String(source.zoneMinutes ?? '') || year.trim() !== String(source.year ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (patch.success && changed) save.mutate(patch.data);
  };
  const count = guessedFiles(source);
  return (
    <form
      aria-label="Correct inferred times"
      onSubmit={submit}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-panel px-4 py-2.5"
    >
      <p className="min-w-[240px] flex-1 text-dim">
        {count > 0
          ? `${formatCounted(count, 'file')} ${count === 1 ? 'does' : 'do'} not name the year or the time zone; it was inferred. Correct it here if you know better.`
          : 'The year or the time zone of this source was set by hand.'}
      </p>
      <Choice label="Zone" value={zone} onChange={setZone} choices={ZONE_CHOICES} />
      <div className="flex items-center gap-2 text-dim">
        <label htmlFor="source-year">Year</label>
        <TextInput
          id="source-year"
          className="w-24"
          inputMode="numeric"
          placeholder="inferred"
          value={year}
          aria-invalid={!patch.success}
          onChange={(event) => setYear(event.target.value)}
        />
      </div>
      <Button type="submit" disabled={!changed || !patch.success || save.isPending}>
        {save.isPending ? 'Saving…' : 'Correct times'}
      </Button>
      {save.isError || !patch.success ? (
        <p role="alert" className="basis-full text-error">
          {save.isError
            ? `The times were not changed: ${save.error.message}`
            : 'The year is a number from 1970 to 2200.'}
        </p>
      ) : null}
    </form>
  );
}

/** Whole hours from −12 to +14 and the part hours in use. */
const OFFSETS = [
  ...Array.from({ length: 27 }, (_, index) => (index - 12) * 60),
  ...[-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765],
].sort((one, other) => one - other);

const ZONE_CHOICES = [
  { value: '', label: 'inferred' },
  ...OFFSETS.map((minutes) => ({ value: String(minutes), label: minutes === 0 ? 'UTC' : offsetLabel(minutes) })),
];

function guessedFiles(source: SourceAnswer): number {
  return source.files.filter((file) => file.timeGuess.includes('year') || file.timeGuess.includes('zone')).length;
}
