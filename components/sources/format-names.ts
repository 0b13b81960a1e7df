import { createContext } from 'react';

/** The names of all formats, for choices: the server knows them, and the formats themselves are not sent to the browser. */
export const FormatNames = createContext<readonly string[]>([]);
