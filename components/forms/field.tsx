import { type ComponentProps, useId } from 'react';
import { TextInput } from '@/components/ui';

interface FieldProps extends ComponentProps<'input'> {
  label: string;
  /** One line under the field. */
  hint?: string;
}

/** An input with its label above it. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-xs text-dim">
        {label}
      </label>
      <TextInput id={id} {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })} {...input} />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
