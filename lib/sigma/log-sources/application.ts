import type { LogSourceMapping } from './log-source';

export const application: LogSourceMapping = {
  name: 'application',
  title: 'Applications',
  about: 'What containers write, whatever it is written in: rules look for words of errors and exploits.',
  sources: [
    ...['jvm', 'spring', 'django', 'nodejs', 'python', 'ruby_on_rails', 'sql', 'velocity', 'php', 'java', 'dotnet'].map(
      (product) => ({ category: 'application', product, service: '*' }),
    ),
    { category: 'application' },
    { category: 'database', product: '*', service: '*' },
  ],
  types: ['application'],
  events: 'type:application',
  fields: { message: 'message' },
  ownFields: false,
  examples: [
    {
      detection: `
        keywords: ['SuspiciousOperation', 'org.example.Evil "x"']
        condition: keywords`,
      finds: 'django.core.exceptions.SuspiciousOperation: no',
      misses: 'org.example.Evil x',
    },
  ],
};
