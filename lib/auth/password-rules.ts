/** Long is what helps; rules about kinds of letters do not (NIST SP 800-63B, section 5.1.1.2). */
export const PASSWORD_LENGTH_MIN = 12;

/** What people who must reach twelve letters take: words that lists of leaked passwords are full of. */
const COMMON = [
  'password',
  'passwort',
  'letmein',
  'welcome',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'dragon',
  'monkey',
  'superman',
  'trustno1',
  'changeme',
  'administrator',
  'admin',
  'kubernetes',
  'trackway',
  'correcthorsebatterystaple',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '09876543210987654321',
  'secret',
  'default',
  'master',
  'login',
  'test',
  'user',
  'root',
] as const;

/** Letters that must be left of a password without common words, names of the person, digits and signs. */
const REST_LENGTH_MIN = 5;
const DIFFERENT_MIN = 5;

/** Why a password is refused, in words for whoever chose it; null if it will do. */
export function passwordProblem(password: string, person: { name: string; email: string }): string | null {
  if ([...password].length < PASSWORD_LENGTH_MIN) {
    return `a password has at least ${PASSWORD_LENGTH_MIN} characters; a few words are easy to remember`;
  }
  const bare = password
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (new Set(bare).size < DIFFERENT_MIN) return 'this password repeats too few characters';
  const names = `${person.name} ${person.email}`.toLowerCase().split(/[\s@.]+/);
  const words = [...COMMON, ...names.filter((name) => name.length > 2)];
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), bare).replaceAll(/\p{N}/gu, '');
  const isPart = words.some((word) => word.includes(bare));
  return isPart || rest.length < REST_LENGTH_MIN ? 'this password is too easy to guess' : null;
}
