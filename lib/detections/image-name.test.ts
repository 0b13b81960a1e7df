import { expect, test } from 'vitest';
import { registryOf, repositoryOf } from './image-name';

test.each([
  ['busybox', 'docker.io/library/busybox', 'docker.io'],
  ['alpine:3.20', 'docker.io/library/alpine', 'docker.io'],
  ['bitnami/kubectl:1.31', 'docker.io/bitnami/kubectl', 'docker.io'],
  ['registry.example:5000/shop/web:v1@sha256:0a1b', 'registry.example:5000/shop/web', 'registry.example:5000'],
  ['localhost/web', 'localhost/web', 'localhost'],
])('%s', (image, repository, registry) => {
  expect(repositoryOf(image)).toBe(repository);
  expect(registryOf(repository)).toBe(registry);
});
