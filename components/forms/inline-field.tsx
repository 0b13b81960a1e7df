import { type ComponentProps, useId } from 'react';
import { TextInput } from '@/components/ui';

interface InlineFieldProps extends ComponentProps<'input'> {
  label: string;
  /** Behind the input. */
  unit?: string;
  /** More about it, for whoever points at it. */
  about?: string;
}

/** An input in a line of others, with its label before it. */
export function InlineField({ label, unit, about, ...input }: InlineFieldProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-2 whitespace-nowrap text-dim" title={about}>
      <label htmlFor={id}>{label}</label>
      <TextInput id={id} className="w-[76px]" {...input} />
      {unit === undefined ? null : <span aria-hidden>{unit}</span>}
    </div>
  );
}
