import { admit } from '../admit';

export const metadata = { title: 'Explore' };

/** All lanes; drawn by the layout. */
export default async function ExplorePage() {
  await admit('GET /explore');
  return null;
}
