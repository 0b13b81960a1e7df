'use client';

import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { Tooltip } from './tooltip';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** What the button does; its accessible name and its tooltip. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  hotkey?: string;
  size?: 'small' | 'medium';
}

export function IconButton({ label, hotkey, size = 'medium', className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} hotkey={hotkey}>
      <button
        type={type}
        aria-label={label}
        className={classNames(
          'grid shrink-0 place-items-center rounded-md text-dim transition-colors hover:bg-raise hover:text-text disabled:pointer-events-none disabled:opacity-40',
          size === 'small' ? 'size-6' : 'size-[34px] rounded-lg',
          className,
        )}
        {...rest}
      />
    </Tooltip>
  );
}
