'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { IconButton, Menu, MenuChoice, MenuChoices } from '@/components/ui';

const THEMES = [
  { value: 'dark', label: 'Dark', Icon: Moon },
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'system', label: 'Like the system', Icon: Monitor },
] as const;

export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  // The server cannot know the theme: the first drawing in the browser must agree with it.
  const inBrowser = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  const chosen = THEMES.find((each) => each.value === (inBrowser ? theme : 'system')) ?? THEMES[2];
  return (
    <Menu
      trigger={
        <IconButton label={`Theme: ${chosen.label.toLowerCase()}`}>
          <chosen.Icon size={17} strokeWidth={1.7} aria-hidden />
        </IconButton>
      }
    >
      <MenuChoices value={chosen.value} onValueChange={setTheme}>
        {THEMES.map(({ value, label }) => (
          <MenuChoice key={value} value={value}>
            {label}
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  );
}
