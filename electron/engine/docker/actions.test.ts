import { expect, it } from "vitest";
import { ContainerState } from "../../contract/container.ts";
import { Action } from "../../contract/engine.ts";
import { actionsFor } from "./actions.ts";

it.each(ContainerState.options)("answers for every action when %s, and gives reasons", (state) => {
  const actions = actionsFor(state, "linux", "process");
  expect(Object.keys(actions).sort()).toEqual([...Action.options].sort());
  for (const answer of Object.values(actions)) if (!answer.can) expect(answer.reason).not.toBe("");
});

it("pauses on Windows only what has its own kernel", () => {
  expect(actionsFor("running", "windows", "process").pause.can).toBe(false);
  expect(actionsFor("running", "windows", "hyperv").pause.can).toBe(true);
});
