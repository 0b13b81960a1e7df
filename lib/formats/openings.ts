/** Sets of first letters, for `TextFormat.opensWith`. */
export const DIGITS = '0123456789';
export const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const SMALL_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
