export { StoriesKeys } from './stories-keys';
export { StoriesPage } from './stories-page';
export { StoryPage } from './story-page';
export { ALL_STORIES, pageOfStory, useStories } from './story-queries';
