'use client';

import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { visibleLine } from '@/components/text';
import { classNames } from '@/components/ui';

interface ChipOption {
  readonly value: string;
  readonly label: string;
}

interface ChipsFieldProps {
  label: string;
  values: readonly string[];
  placeholder: string;
  writable: boolean;
  lengthMax: number;
  /** What stands on a chip. */
  labelOf: (value: string) => string;
  /** What fits a text that is typed. */
  options: (text: string) => readonly ChipOption[];
  /** The value that a text means when Enter is pressed; null, with a sentence, when it means none. */
  read: (text: string) => { readonly value: string } | { readonly problem: string };
  onChange: (values: string[]) => void;
}

const SHOWN_MAX = 8;

/** A list of short values: typed or chosen, taken away with a click, or with Backspace. */
export function ChipsField(props: ChipsFieldProps) {
  const { label, values, writable, labelOf, onChange } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn
    <div role="group" aria-label={label} className="flex min-h-7 min-w-0 flex-wrap items-center gap-1">
      {values.map((value) => (
        <span
          key={value}
          className="flex h-[22px] max-w-72 items-center gap-1 rounded bg-raise px-1.5 text-xs"
          title={visibleLine(labelOf(value))}
        >
          <span className="truncate">{visibleLine(labelOf(value))}</span>
          {writable ? (
            <button
              type="button"
              aria-label={`Take away ${visibleLine(value)}`}
              onClick={() => onChange(values.filter((each) => each !== value))}
              className="rounded-sm text-faint hover:text-text"
            >
              <X size={12} aria-hidden />
            </button>
          ) : null}
        </span>
      ))}
      {writable ? <Adder {...props} /> : values.length === 0 ? <span className="text-faint">–</span> : null}
    </div>
  );
}

function Adder({ label, values, placeholder, lengthMax, options, read, onChange }: ChipsFieldProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState(-1);
  const [problem, setProblem] = useState<string | null>(null);
  const list = useId();
  const shown = open
    ? options(text)
        .filter(({ value }) => !values.includes(value))
        .slice(0, SHOWN_MAX)
    : [];
  const add = (value: string) => {
    if (!values.includes(value)) onChange([...values, value]);
    setText('');
    setPlace(-1);
    setProblem(null);
  };
  const submit = () => {
    const chosen = shown[place];
    if (chosen !== undefined) return add(chosen.value);
    if (text.trim() === '') return;
    const given = read(text.trim());
    if ('value' in given) add(given.value);
    else setProblem(given.problem);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') submit();
    else if (event.key === 'ArrowDown') setPlace(Math.min(shown.length - 1, place + 1));
    else if (event.key === 'ArrowUp') setPlace(Math.max(-1, place - 1));
    else if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Backspace' && text === '') onChange(values.slice(0, -1));
    else return;
    event.preventDefault();
  };
  return (
    <span className="relative">
      <input
        role="combobox"
        aria-label={`Add to ${label.toLowerCase()}`}
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-activedescendant={place >= 0 ? `${list}-${place}` : undefined}
        aria-invalid={problem !== null}
        value={text}
        maxLength={lengthMax}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          submit();
        }}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setPlace(-1);
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
        className="h-[22px] w-36 rounded border border-transparent bg-transparent px-1 text-xs placeholder:text-faint hover:border-line focus-visible:border-accent aria-invalid:border-error"
      />
      {problem === null ? null : (
        <span
          role="alert"
          className="absolute top-full left-0 z-30 mt-1 rounded-md border bg-panel px-2 py-1 text-xs whitespace-nowrap text-error shadow-float"
        >
          {problem}
        </span>
      )}
      {shown.length === 0 || problem !== null ? null : (
        <span
          id={list}
          role="listbox"
          tabIndex={-1}
          aria-label={label}
          className="absolute top-full left-0 z-30 mt-1 grid w-80 rounded-lg border bg-panel p-1 shadow-float"
        >
          {shown.map(({ value, label: words }, index) => (
            <button
              key={value}
              id={`${list}-${index}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === place}
              // Before the field loses the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                add(value);
              }}
              className={classNames(
                'truncate rounded px-2 py-1 text-left text-xs hover:bg-raise',
                index === place && 'bg-raise',
              )}
            >
              {visibleLine(words)}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
