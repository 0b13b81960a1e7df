'use client';

import { type RefObject, useRef, useState } from 'react';
import { Choice } from '@/components/forms';
import { ownZoneName, rangeLabel, type Zone } from '@/components/time';
import { Button, Dialog, Kbd } from '@/components/ui';
import { momentsOf } from './moments-of';
import { isRelative, namedZone, type ShareChoices } from './share-choices';
import { SharedLink } from './shared-link';
import type { ExplorerState } from './use-explorer-state';
import { useSharing } from './use-sharing';

interface ShareDialogProps {
  state: ExplorerState;
  zone: Zone;
  thisYear: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks what a link should hold, makes it, and says what it remembers. */
export function ShareDialog(props: ShareDialogProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={props.open}
      focus={button}
      onOpenChange={props.onOpenChange}
      title="Share what you see"
      description="Whoever opens the link learns whether they see the same events as you do now."
    >
      <Sharing {...props} button={button} />
    </Dialog>
  );
}

function Sharing({
  state,
  zone,
  thisYear,
  button,
}: ShareDialogProps & { button: RefObject<HTMLButtonElement | null> }) {
  const { values } = state.opening;
  const relative = isRelative(values);
  const [choices, setChoices] = useState<ShareChoices>({
    ...{ absolute: true, zone: namedZone(zone), withEvent: values.event !== null, short: true },
  });
  const { shared, error, busy, share, reset, tooLong } = useSharing(values);
  const fullIsTooLong = tooLong(choices);
  const short = choices.short || fullIsTooLong;
  const choose = (change: Partial<ShareChoices>) => {
    setChoices({ ...choices, ...change });
    reset();
  };
  const now = momentsOf(values.from, values.to ?? (relative ? 'now' : null), null);
  const iso = (moment: number | undefined) => (moment === undefined ? null : new Date(moment).toISOString());
  const range = rangeLabel(iso(now?.from) ?? values.from, iso(now?.to) ?? values.to, choices.zone, thisYear);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void share({ ...choices, short });
      }}
    >
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 text-xs font-semibold text-dim">Time range</legend>
        <Option
          name="time"
          checked={choices.absolute}
          onChoose={() => choose({ absolute: true })}
          title={relative ? 'As it is now' : 'As it is'}
          about={values.from === null && values.to === null ? 'all that there is' : `${range.text} ${range.zone}`}
        />
        <Option
          name="time"
          checked={!choices.absolute}
          disabled={!relative}
          onChoose={() => choose({ absolute: false })}
          title="Moving with the clock"
          about={relative ? 'counts from when the link is opened' : 'this range does not: it has fixed ends, or none'}
        />
      </fieldset>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 text-xs font-semibold text-dim">Link</legend>
        <Option
          name="link"
          checked={short}
          onChoose={() => choose({ short: true })}
          title="Short"
          about="kept in this Trackway"
        />
        <Option
          name="link"
          checked={!short}
          disabled={fullIsTooLong}
          onChoose={() => choose({ short: false })}
          title="Full"
          about={fullIsTooLong ? 'too long for an address' : 'says everything itself'}
        />
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Choice
          label="Times in"
          value={choices.zone}
          choices={zonesFor(choices.zone)}
          onChange={(to) => choose({ zone: to })}
        />
        {values.event === null ? null : (
          <label className="flex items-center gap-2 text-dim">
            <input
              type="checkbox"
              checked={choices.withEvent}
              onChange={(event) => choose({ withEvent: event.target.checked })}
              className="accent-accent"
            />
            with the open event
          </label>
        )}
      </div>
      <div className="flex items-center gap-3 border-t pt-4">
        <Button ref={button} type="submit" look="primary" disabled={busy}>
          {busy ? 'Making the link …' : 'Copy the link'} <Kbd>Enter</Kbd>
        </Button>
        {error === null ? null : (
          <p role="alert" className="min-w-0 text-error">
            The link could not be made: {error}
          </p>
        )}
      </div>
      {shared === null ? null : <SharedLink shared={shared} />}
    </form>
  );
}

interface OptionProps {
  name: string;
  checked: boolean;
  disabled?: boolean;
  title: string;
  about: string;
  onChoose: () => void;
}

function Option({ name, checked, disabled = false, title, about, onChoose }: OptionProps) {
  return (
    <label className="flex items-baseline gap-2 has-disabled:opacity-55">
      <input
        type="radio"
        {...{ name, checked, disabled }}
        onChange={onChoose}
        className="translate-y-0.5 accent-accent"
      />
      <span className="w-40 shrink-0">{title}</span>
      <span className="min-w-0 text-dim tabular-nums">{about}</span>
    </label>
  );
}

/** UTC, that of this computer, and all others that the browser knows. */
function zonesFor(chosen: Zone): readonly { value: Zone; label: string }[] {
  const own = ownZoneName();
  const others = Intl.supportedValuesOf('timeZone').filter((name): name is Zone => name.includes('/') && name !== own);
  const first: { value: Zone; label: string }[] = [{ value: 'utc', label: 'UTC' }];
  if (own !== null) first.push({ value: own, label: `${own} (mine)` });
  if (chosen !== 'utc' && chosen !== own && !others.includes(chosen)) first.push({ value: chosen, label: chosen });
  return [...first, ...others.map((value) => ({ value, label: value }))];
}
