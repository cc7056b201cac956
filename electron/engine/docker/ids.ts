import { IsoscopeFailure } from "../../contract/failure.ts";

const refuse = (field: string, message: string): never => {
  throw new IsoscopeFailure({ code: "invalid", field, message });
};

/** An id or name that is safe inside a path; throws `invalid`. */
export function safeId(id: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,255}$/.test(id) ? id : refuse("id", "not an id of a container");
}

/** `/containers/ID` with an optional call below it; throws `invalid` for anything that is not an id. */
export const containerPath = (id: string, rest = ""): string => `/containers/${safeId(id)}${rest}`;

/** An image reference as path segments; throws `invalid` when it could reach another path. */
export function imagePath(ref: string, rest = ""): string {
  const segments = ref.split("/");
  const safe = segments.every((segment) => /^[A-Za-z0-9._:@-]+$/.test(segment) && !/^\.+$/.test(segment));
  if (!safe) refuse("image", "not an image reference");
  return `/images/${segments.map(encodeURIComponent).join("/")}${rest}`;
}
