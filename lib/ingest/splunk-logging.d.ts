/** Has no types of its own (https://github.com/splunk/splunk-javascript-logging). */
declare module 'splunk-logging' {
  export class Logger {
    constructor(options: { readonly token: string; readonly url: string; readonly maxBatchCount?: number });
    error: (error: unknown) => void;
    send(event: object, callback?: (error: unknown, answer: unknown) => void): void;
  }
}
