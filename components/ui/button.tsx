import type { ComponentProps } from 'react';
import { type ButtonLook, type ButtonSize, linkButton } from './button-style';

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
  size?: ButtonSize;
}

export function Button({ look = 'plain', size = 'medium', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={linkButton(look, size, className)} {...rest} />;
}
