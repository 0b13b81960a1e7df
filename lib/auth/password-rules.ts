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

/** What must be left of a password without a common word, the person's own names, digits and signs at its ends. */
const REST_LENGTH_MIN = 5;
const DIFFERENT_MIN = 5;

/** Why a password is refused, in words for whoever chose it; null if it will do. */
export function passwordProblem(password: string, person: { name: string; email: string }): string | null {
  if ([...password].length < PASSWORD_LENGTH_MIN) {
    return `a password has at least ${PASSWORD_LENGTH_MIN} characters; a few words are easy to remember`;
  }
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < DIFFERENT_MIN) return 'this password repeats too few characters';
  const names = [...person.name.split(/\s+/), ...person.email.split(/[@.]/)].map((name) => name.toLowerCase());
  for (const word of [...COMMON, ...names.filter((name) => name.length > 2)]) {
    if (isMostly(plain, word)) return 'this password is among the first that others would try';
  }
  return null;
}

function isMostly(password: string, word: string): boolean {
  const bare = password.replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (word.includes(bare)) return true;
  const rest = bare
    .replaceAll(word, '')
    .replace(/^\p{N}+/u, '')
    .replace(/\p{N}+$/u, '');
  return rest.length < REST_LENGTH_MIN && rest.length < bare.length - 2 && bare.includes(word);
}
