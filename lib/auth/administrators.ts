import { prisma } from '@/lib/store';

/** Whether there is one. */
export async function administratorExists(): Promise<boolean> {
  return (await prisma().user.findFirst({ where: { role: 'administrator' }, select: { id: true } })) !== null;
}

let seen = false;

/** The same, asked only until there is one: from then on there always is, since the last one cannot be removed. */
export async function isSetUp(): Promise<boolean> {
  seen ||= await administratorExists();
  return seen;
}
