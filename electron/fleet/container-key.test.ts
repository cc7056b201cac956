import fc from "fast-check";
import { expect, test } from "vitest";
import { ContainerKey } from "../contract/container.ts";
import { containerKey } from "./container-key.ts";

test("Docker's ids stay readable, other characters are encoded", () => {
  expect(containerKey("docker", "ab12")).toBe("docker/ab12");
  expect(containerKey("hcs", "ab12@vm")).toBe("hcs/ab12%40vm");
});

test("any id makes a key the contract takes, and different ids make different keys", () => {
  const id = fc.string({ minLength: 1, maxLength: 80, unit: "grapheme" });
  fc.assert(
    fc.property(id, id, (a, b) => {
      const [one, other] = [containerKey("hcs", a), containerKey("hcs", b)];
      expect(ContainerKey.safeParse(one).success).toBe(one.length <= 1_000);
      expect(one === other).toBe(a === b);
    }),
  );
  expect(ContainerKey.safeParse(containerKey("hcs", "\ud800")).success).toBe(true);
});
