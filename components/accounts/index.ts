export { GateCard } from './gate-card';
export { LoginForm } from './login-form';
export { SettingsPage } from './settings-page';
export { SetupForm } from './setup-form';
