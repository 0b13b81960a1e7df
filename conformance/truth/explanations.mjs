/**
 * @typedef {object} Explanation why a difference from ground truth is right
 * @property {string} kind of ground truth
 * @property {RegExp} field
 * @property {'differs' | 'missing' | 'unread'} [outcome] any, when left out
 * @property {(difference: { theirs: string, ours: string }, event: any) => boolean} [when]
 * @property {string} because
 */

/** @type {readonly Explanation[]} */
export const EXPLANATIONS = [];
