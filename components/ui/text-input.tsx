import type { ComponentProps } from 'react';
import { classNames } from './class-names';

export function TextInput({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return (
    <input
      type={type}
      autoComplete="off"
      spellCheck={false}
      className={classNames(
        'h-8 w-full rounded-md border border-line bg-bg px-2 text-sm text-text placeholder:text-faint focus-visible:border-accent aria-invalid:border-error',
        className,
      )}
      {...rest}
    />
  );
}
