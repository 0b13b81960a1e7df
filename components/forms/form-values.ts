import type { FormEvent } from 'react';

/** What was typed into a form, by the names of its inputs; keeps the browser from sending it by itself. */
export function formValues(event: FormEvent<HTMLFormElement>): Readonly<Record<string, string>> {
  event.preventDefault();
  return Object.fromEntries(
    [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}
