/** The one name that no record of variables can hold: reading a stored one back drops what is called so. */
export const UNUSABLE_NAME = '__proto__';
