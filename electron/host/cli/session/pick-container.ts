import type { Container } from "../../../contract/container.ts";
import { IsoscopeFailure } from "../../../contract/failure.ts";

/**
 * The container that is meant by a name, a key (`docker/web`), an id or the beginning of one. A whole match goes before
 * the beginning of an id. Throws `not-found`, or `conflict` with the candidates when several fit.
 */
export function pickContainer(containers: readonly Container[], given: string): Container {
  const whole = containers.filter(({ key, name, id }) => [key, name, id].includes(given));
  const fits = whole.length > 0 ? whole : containers.filter(({ id }) => id.startsWith(given) && given !== "");
  const [one, ...others] = fits;
  if (!one) throw new IsoscopeFailure({ code: "not-found", what: "container", name: given });
  if (others.length === 0) return one;
  const candidates = fits.map(({ key, name }) => `${key} (${name})`).join(", ");
  throw new IsoscopeFailure({
    code: "conflict",
    message: `"${given}" is not one container but ${fits.length}: ${candidates}`,
    fix: "Give its key, which stands before its name here.",
  });
}
