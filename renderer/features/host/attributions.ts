import type { Container } from "../../../electron/contract/container.ts";
import type { ProcessOwner } from "../../../electron/contract/owner.ts";
import { shownName } from "../../../electron/model/format.ts";
import type { Attribution } from "./host-entry.ts";

/** By process key. Unchanged ones keep their identity from `before`, so that their rows are not drawn again. */
export function attributions(
  before: ReadonlyMap<string, Attribution>,
  owners: ReadonlyMap<string, ProcessOwner>,
  containers: ReadonlyMap<string, Container>,
): ReadonlyMap<string, Attribution> {
  return new Map(
    [...owners].map(([key, owner]) => {
      const next = attribution(owner, containers.get(owner.container));
      const old = before.get(key);
      return [key, old && same(old, next) ? old : next];
    }),
  );
}

function attribution(
  { container, role, evidence }: ProcessOwner,
  record: Container | undefined,
): Attribution {
  // The two lists come apart: an owner may be here before its container's name is.
  const name = shownName(record?.name ?? container.slice(container.indexOf("/") + 1));
  return { container, name, isolation: record?.isolation ?? null, role, evidence };
}

const same = (a: Attribution, b: Attribution): boolean =>
  a.container === b.container &&
  a.name === b.name &&
  a.isolation === b.isolation &&
  a.role === b.role &&
  a.evidence === b.evidence;
