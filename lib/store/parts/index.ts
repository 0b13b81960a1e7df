export { type ArgumentText, type Form, filled, fits, formatText, formOf } from './form';
export { FORM_ARGUMENTS } from './form-arguments';
export { groupOfAttribute, KIND, PART_COLUMNS, PART_GROUPS, PATTERN } from './part-groups';
