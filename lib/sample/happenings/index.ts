export { connect } from './connection';
export { failLogin, logIn, runAsRoot } from './login';
export { makeByController, podBody, startPod, stopPod } from './pod-life';
export { execInPod } from './shell';
export { type Visit, visit } from './web-visit';
