export { readStories, readStory } from './read-stories';
