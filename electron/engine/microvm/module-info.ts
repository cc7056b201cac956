/** `virtio-pci.ko.xz` → `virtio_pci`: the kernel treats - and _ alike. Null for other files. */
export function moduleName(file: string): string | null {
  const match = /([^/]+)\.ko(?:\.(?:gz|xz|zst))?$/.exec(file);
  return match?.[1]?.replaceAll("-", "_") ?? null;
}

/** The modules a module names in its `depends=`, from the (uncompressed) file's .modinfo strings. */
export function dependsOf(ko: Buffer): readonly string[] {
  for (let at = ko.indexOf("depends="); at >= 0; at = ko.indexOf("depends=", at + 1)) {
    if (at > 0 && ko[at - 1] !== 0) continue;
    const end = ko.indexOf(0, at);
    const list = ko.toString("latin1", at + "depends=".length, end < 0 ? ko.length : end);
    return list
      .split(",")
      .filter(Boolean)
      .map((name) => name.replaceAll("-", "_"));
  }
  return [];
}

export interface Module {
  readonly name: string;
  readonly depends: readonly string[];
}

/**
 * `wanted` and all they depend on, dependencies first, each once. `read` gives a module, or null when it is built into
 * the kernel (then nothing is to be loaded). A circle, which no kernel has, is cut.
 */
export async function loadOrder<M extends Module>(
  wanted: readonly string[],
  read: (name: string) => Promise<M | null>,
): Promise<readonly M[]> {
  const order: M[] = [];
  const seen = new Set<string>();
  const visit = async (name: string): Promise<void> => {
    if (seen.has(name)) return;
    seen.add(name);
    const module = await read(name);
    if (!module) return;
    for (const dependency of module.depends) await visit(dependency);
    order.push(module);
  };
  for (const name of wanted) await visit(name);
  return order;
}
