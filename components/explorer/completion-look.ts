import type { Completion } from '@codemirror/autocomplete';
import type { QueryCompletion } from './query-completion';

/** How options are drawn: an alias and a kind beside a field's name. Texts only: values come from logs. */
export const completionLook = {
  icons: false,
  optionClass: (completion: Completion) => `query-option query-option-${completion.type ?? 'word'}`,
  addToOptions: [
    { position: 60, render: (completion: QueryCompletion) => label('query-option-alias', completion.alias) },
    { position: 70, render: (completion: QueryCompletion) => label('query-option-kind', completion.kind) },
  ],
};

function label(className: string, text: string | undefined): Node | null {
  if (text === undefined) return null;
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
