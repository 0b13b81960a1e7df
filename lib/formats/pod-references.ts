import type { Json, JsonObject } from './format';
import { arrayOf, objectOf } from './json-value';
import type { NameSet } from './name-set';

const ELEMENTS_MAX = 64;

/** Collects the names of the secrets and config maps that a pod mounts or takes its environment from. */
export function readReferences(spec: JsonObject, secrets: NameSet, configMaps: NameSet): void {
  for (const volume of objectsOf(spec.volumes)) {
    secrets.add(objectOf(volume.secret)?.secretName);
    configMaps.add(objectOf(volume.configMap)?.name);
    for (const source of objectsOf(objectOf(volume.projected)?.sources)) {
      secrets.add(objectOf(source.secret)?.name);
      configMaps.add(objectOf(source.configMap)?.name);
    }
  }
  for (const list of [spec.containers, spec.initContainers]) {
    for (const container of objectsOf(list)) readEnvironment(container, secrets, configMaps);
  }
  for (const reference of objectsOf(spec.imagePullSecrets)) secrets.add(reference.name);
}

function readEnvironment(container: JsonObject, secrets: NameSet, configMaps: NameSet): void {
  for (const source of objectsOf(container.envFrom)) {
    secrets.add(objectOf(source.secretRef)?.name);
    configMaps.add(objectOf(source.configMapRef)?.name);
  }
  for (const variable of objectsOf(container.env)) {
    const from = objectOf(variable.valueFrom);
    secrets.add(objectOf(from?.secretKeyRef)?.name);
    configMaps.add(objectOf(from?.configMapKeyRef)?.name);
  }
}

function objectsOf(value: Json | undefined): JsonObject[] {
  return arrayOf(value)
    .slice(0, ELEMENTS_MAX)
    .map((element) => objectOf(element))
    .filter((element) => element !== null);
}
