import type { BuiltInRule } from '../built-in-rule';

const SCANNERS =
  '(sqlmap|nikto|nuclei|masscan|zgrab|wpscan|dirbuster|dirb |gobuster|feroxbuster|ffuf|acunetix|nessus|openvas|jorgee|arachni|w3af|whatweb|wfuzz|commix|xsstrike|hydra|nmap scripting|zmeu|morfeus|interactsh)';

export const scannerAtWork: BuiltInRule = {
  kind: 'rule',
  name: 'scanner-at-work',
  title: 'A scanner that tells its name',
  about:
    'The name of the client is that of a scanner of vulnerabilities, and it was answered: it may have found something.',
  level: 'low',
  confidence: 'high',
  types: ['application', 'network'],
  techniques: ['T1595.002'],
  matrix: ['MS-TA9005'],
  falsePositives: 'Your own scans; scanners of the internet.',
  next: [
    { title: 'All requests of the address', q: 'src_ip:"ADDRESS" | fields time, method, path, status, user_agent' },
  ],
  q: `type:(application or network) user_agent:/${SCANNERS}/ status<400`,
  by: ['src_ip', 'user_agent'],
  hits: [
    {
      type: 'network',
      fields: { path: '/', status: 200, user_agent: 'Mozilla/5.0 (compatible; Nuclei - Open-source project)' },
    },
    { type: 'network', fields: { path: '/', status: 200, user_agent: 'sqlmap/1.7' } },
  ],
  misses: [
    { type: 'network', fields: { path: '/', status: 404, user_agent: 'sqlmap/1.7' } },
    { type: 'network', fields: { path: '/', status: 200, user_agent: 'Mozilla/5.0 (X11; Linux x86_64)' } },
  ],
};
