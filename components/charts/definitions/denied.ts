/** The filter of flows that were not let through, in the words of all network formats. */
export const DENIED = 'verdict:(dropped or drop or reject or rejected or deny or denied or blocked or error)';
