interface ChoiceProps<Value extends string> {
  label: string;
  /** The label is only heard: what is chosen says by itself what it is. */
  quiet?: boolean;
  value: Value;
  choices: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
}

/** A labelled list of choices, the browser's own. */
export function Choice<Value extends string>({ label, quiet = false, value, choices, onChange }: ChoiceProps<Value>) {
  return (
    <label className="flex items-center gap-2 whitespace-nowrap text-dim">
      <span className={quiet ? 'sr-only' : undefined}>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
        className="h-8 max-w-[180px] rounded-md border border-line bg-bg px-2 text-sm text-text"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
