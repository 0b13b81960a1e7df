import { classNames } from './class-names';

export type ButtonLook = 'plain' | 'primary' | 'ghost' | 'danger';
export type ButtonSize = 'small' | 'medium';

const LOOKS: Record<ButtonLook, string> = {
  plain: 'border-line bg-panel text-text hover:bg-raise hover:border-line-strong',
  primary: 'border-transparent bg-accent text-on-accent font-medium hover:brightness-110',
  ghost: 'border-transparent bg-transparent text-dim hover:bg-raise hover:text-text',
  danger: 'border-line bg-panel text-error hover:border-error hover:bg-error-soft',
};

const SIZES: Record<ButtonSize, string> = {
  small: 'h-7 px-2.5 gap-1.5 rounded-md text-xs',
  medium: 'h-[34px] px-3 gap-2 rounded-lg text-sm',
};

/** The classes of a button, for links that should look like one. */
export function linkButton(look: ButtonLook = 'plain', size: ButtonSize = 'medium', extra?: string): string {
  return classNames(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap border transition-colors disabled:pointer-events-none disabled:opacity-50',
    LOOKS[look],
    SIZES[size],
    extra,
  );
}
