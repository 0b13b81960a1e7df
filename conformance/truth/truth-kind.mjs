/**
 * @typedef {object} Statement what a piece of ground truth says of one event
 * @property {string} label names it in the report: a line number, the name of a test
 * @property {string[]} lines the log text, as Trackway is to read it
 * @property {string} [together] statements that share this word are of records that may be joined into one event; they are
 *   read in files of their own, so that each can be compared alone
 * @property {Record<string, string>} fields what they say, by their own names
 */

/**
 * @typedef {object} TruthFile
 * @property {string} name without its folder
 * @property {string} text
 * @property {(names: RegExp) => string | null} twin the text of the first file whose name matches, nearest folder first
 */

/**
 * @typedef {object} TruthKind one way in which others write down what a log says; a file in this folder and a line in kinds.mjs
 * @property {string} name short, for the report
 * @property {string} about what is compared, for people
 * @property {RegExp} files which names such a file may have
 * @property {(file: TruthFile) => Statement[] | null} read null for a file of that name that is something else
 * @property {(field: string, event: OurEvent, statement: Statement) => unknown} ours the value of Trackway for a field of
 *   theirs; undefined when it has none
 * @property {(field: string, theirs: string, ours: unknown) => boolean} same whether two values say the same
 */

/**
 * @typedef {object} OurEvent an event as the HTTP interface tells it
 * @property {string | null} time
 * @property {string | null} severity
 * @property {string} message
 * @property {Record<string, string | number | boolean>} fields
 * @property {{ line: number, lines: number }} source
 */

export {};
