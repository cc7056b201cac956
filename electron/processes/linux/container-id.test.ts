import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CGROUP_FORMS } from "../../../native/test/cgroup-forms.ts";
import { containerIdOf } from "./container-id.ts";

const hex64 = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
const plainPath = fc
  .array(fc.string({ unit: fc.constantFrom(..."abcxyz.-_@"), minLength: 1, maxLength: 20 }), { maxLength: 5 })
  .map((parts) => parts.map((part) => `/${part}`).join(""));

describe("containerIdOf", () => {
  it.each(CGROUP_FORMS)("$name", ({ text, id }) => {
    expect(containerIdOf(text)).toBe(id);
  });

  it("finds any id below any parent, whatever lies beneath it", () => {
    const prefix = fc.constantFrom("", "docker-", "libpod-", "cri-containerd-", "crio-", "nerdctl-");
    const scope = fc.constantFrom("", ".scope");
    fc.assert(
      fc.property(hex64, plainPath, plainPath, prefix, scope, (id, above, beneath, before, after) => {
        expect(containerIdOf(`0::${above}/${before}${id}${after}${beneath}\n`)).toBe(id);
      }),
    );
  });

  it("answers only what the text holds, for any text", () => {
    fc.assert(
      fc.property(fc.string(), hex64, fc.string(), (before, id, after) => {
        const found = containerIdOf(before + id + after);
        expect(found === null || (before + id + after).includes(found)).toBe(true);
        if (found !== null) expect(found).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });
});
