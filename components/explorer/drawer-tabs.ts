export const DRAWER_TABS = ['event', 'context', 'original'] as const;

export type DrawerTab = (typeof DRAWER_TABS)[number];
