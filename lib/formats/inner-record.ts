const LOOK_MAX = 400;

/** What a message that is a record itself opens with: JSON, logfmt, a line of an access log with or without a time. */
const OPENINGS =
  /^(?:\{"|[a-z_]{1,20}=\S|[\da-fA-F.:]{3,45} \S{1,40} \S{1,40} \[\d\d\/[A-Z][a-z]{2}\/\d{4}|[\d.]{7,15}:\d{1,5} - "[A-Z])/;

/** Whether the message behind a head is a record in a format of its own: JSON, logfmt, a request. */
export function isInnerRecord(message: string): boolean {
  const start = message.slice(0, LOOK_MAX);
  return OPENINGS.test(start) || start.includes('" status: ');
}
