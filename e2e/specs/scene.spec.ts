import { procFacts } from "../fixtures/host-facts.ts";
import { expect, test } from "../fixtures/test.ts";
import { LINUX_SCENE, TheScene } from "../fixtures/the-scene.ts";

function expectSamePing(claim: { readonly inside: number; readonly host: number }): void {
  const facts = procFacts(claim.host);
  expect(facts?.comm).toBe("ping");
  expect(facts?.nsPids.at(0)).toBe(claim.host);
  expect(facts?.nsPids.at(-1)).toBe(claim.inside);
}

test("by mouse: the same image under both isolations, seen from both sides, then removed", async ({
  page,
  docker,
}) => {
  const scene = new TheScene(page, LINUX_SCENE);
  const { containers, scope } = scene;
  await containers.open();

  await test.step("an ordinary container shares its process with the host", async () => {
    await scene.launch("process", "ping-shared");
    await containers.openScope("ping-shared");
    const claim = await scene.findsShared();
    expectSamePing(claim);
    expect(await docker.docker("inspect", "--format", "{{.State.Pid}}", "ping-shared")).toBe(
      String(claim.host),
    );
    await scope.back.click();
  });

  await test.step("the micro-VM shows the host only its worker", async () => {
    await scene.launch("hyperv", "ping-vm");
    await containers.openScope("ping-vm");
    const { worker } = await scene.findsHidden();
    expect(procFacts(worker)?.exe).toMatch(/\/qemu-system-x86_64$/);
    await scope.back.click();
    await containers.stop("ping-shared", "ping-vm");
    await containers.remove("ping-shared", "ping-vm");
    expect(procFacts(worker)).toBeNull();
    expect(await docker.names()).toEqual([]);
  });
});
