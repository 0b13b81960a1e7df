/** Units that a number may have behind it: whether it is 1 byte or 2 GB, it is one value. */
export const UNITS: ReadonlySet<string> = new Set([
  ...['b', 'kb', 'mb', 'gb', 'tb', 'kib', 'mib', 'gib', 'tib', 'byte', 'bytes'],
  ...['ns', 'us', 'µs', 'ms', 's', 'sec', 'secs', 'second', 'seconds', 'min', 'mins', 'minute', 'minutes'],
  ...['h', 'hour', 'hours', 'day', 'days', 'millis', 'milliseconds', 'microseconds', 'nanoseconds', 'percent'],
]);
export const UNIT_CHARACTERS_MAX = 12;

/** Parts of a date that are written out, as they stand beside numbers. */
export const CALENDAR: ReadonlySet<string> = new Set([
  ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
]);

/** Words that are written with digits: names of things, not numbers of them. */
export const WORDS_WITH_DIGITS: ReadonlySet<string> = new Set([
  ...[
    'ipv4',
    'ipv6',
    'http2',
    'h2',
    'h2c',
    'http/1.0',
    'http/1.1',
    'http/2',
    'http/2.0',
    'oauth2',
    'tlsv1.2',
    'tlsv1.3',
  ],
  ...[
    'md5',
    'sha1',
    'sha256',
    'sha384',
    'sha512',
    'base64',
    'utf8',
    'utf-8',
    'x509',
    'pkcs8',
    'ssh2',
    'socks4',
    'socks5',
  ],
  ...['k8s', 's3', 'ec2', 'x86_64', 'amd64', 'arm64', 'log4j', 'log4j2', 'h264', 'p50', 'p90', 'p95', 'p99'],
  ...['cgroup2', 'cgroupv1', 'cgroupv2', 'ext2', 'ext3', 'ext4', 'fat32', 'zone1'],
]);

/** The last parts of host names that are not met in names of classes, files or settings. */
export const HOST_ENDINGS: ReadonlySet<string> = new Set([
  ...['com', 'net', 'org', 'edu', 'gov', 'mil', 'info', 'biz', 'io', 'dev', 'app', 'cloud'],
  ...['local', 'localdomain', 'internal', 'lan', 'svc', 'arpa'],
]);

/** Words behind which somebody's name follows a word: "for user root", "invalid user admin", "password for root". */
export const BEFORE_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['user', ['for ', 'invalid ', 'illegal ', 'unknown ']],
  ['for', ['password ', 'publickey ', 'login ', 'credentials ', 'authentication ', 'authentication failures ']],
]);
export const BEFORE_NAME_CHARACTERS = 24;

/** Stand between such a word and the name. */
export const NO_NAMES: ReadonlySet<string> = new Set(['user', 'invalid', 'illegal', 'unknown', 'a', 'the']);
