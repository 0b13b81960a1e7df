export { Choice } from './choice';
export { DataTable } from './data-table';
export { Field } from './field';
export { formValues } from './form-values';
export { Problem } from './problem';
export { SecretShown } from './secret-shown';
export { Section } from './section';
export { send } from './send';
