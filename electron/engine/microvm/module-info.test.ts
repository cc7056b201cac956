import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dependsOf, loadOrder, moduleName } from "./module-info.ts";

describe("moduleName", () => {
  it("takes the name from plain and compressed files and refuses others", () => {
    expect(moduleName("kernel/drivers/virtio/virtio-pci.ko")).toBe("virtio_pci");
    expect(moduleName("erofs.ko.zst")).toBe("erofs");
    expect(moduleName("modules.dep")).toBeNull();
  });
});

describe("dependsOf", () => {
  it("reads the list between NUL bytes, not a look-alike inside another string", () => {
    const info = Buffer.from("license=GPL\0softdepends=no\0depends=virtio,virtio-ring\0name=x\0");
    expect(dependsOf(info)).toEqual(["virtio", "virtio_ring"]);
    expect(dependsOf(Buffer.from("\0depends=\0"))).toEqual([]);
    expect(dependsOf(Buffer.from("nothing"))).toEqual([]);
  });
});

/** Modules m0…: each depends on some with a smaller number, so there is no circle. */
const tree = fc
  .array(fc.array(fc.nat({ max: 9 }), { maxLength: 4 }), { minLength: 1, maxLength: 10 })
  .map((lists) => lists.map((list, index) => [...new Set(list.filter((other) => other < index))]));

describe("loadOrder", () => {
  it("loads every dependency before what needs it, and nothing twice", async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (lists) => {
        const name = (index: number) => `m${index}`;
        const read = async (wanted: string) => {
          const depends = lists[Number(wanted.slice(1))] ?? [];
          return { name: wanted, depends: depends.map(name) };
        };
        const order = await loadOrder([name(lists.length - 1), name(0)], read);
        const position = new Map(order.map((module, index) => [module.name, index]));
        expect(position.size).toBe(order.length);
        for (const module of order) {
          for (const needed of module.depends)
            expect(position.get(needed)).toBeLessThan(position.get(module.name) ?? -1);
        }
      }),
    );
  });

  it("leaves out what is built in, and ends on a circle", async () => {
    const modules: Record<string, string[]> = { a: ["b", "builtin"], b: ["a"] };
    const read = async (name: string) => (modules[name] ? { name, depends: modules[name] } : null);
    expect((await loadOrder(["a"], read)).map(({ name }) => name)).toEqual(["b", "a"]);
  });
});
