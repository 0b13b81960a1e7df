export const metadata = { title: 'Explore' };

/** All lanes; drawn by the layout. */
export default function ExplorePage() {
  return null;
}
