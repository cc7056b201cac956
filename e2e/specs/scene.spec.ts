import { procFacts } from "../fixtures/host-facts.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";
import { ScopePage } from "../pages/scope-page.ts";

/** What the result region claims of a shared process, as numbers. */
async function claimedPids(scope: ScopePage): Promise<{ readonly inside: number; readonly host: number }> {
  const text = await scope.result.innerText();
  const [, inside, host] = /PID\s+(\d+)\s+inside\s+→\s+PID\s+(\d+)\s+on host/.exec(text) ?? [];
  return { inside: Number(inside), host: Number(host) };
}

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
  const containers = new ContainersPage(page);
  const dialog = new LaunchDialog(page);
  const scope = new ScopePage(page);
  await containers.open();

  await test.step("an ordinary container shares its process with the host", async () => {
    await containers.launch.click();
    await dialog.launch({ isolation: "Shared kernel", name: "ping-shared", command: "ping 127.0.0.1" });
    await containers.openScope("ping-shared");
    await scope.find.fill("ping");
    await expect(scope.result).toContainText("Same process");
    await expect(scope.result).toContainText(/Start time \d\d:\d\d:\d\d\.\d{3} matches too/);
    const claim = await claimedPids(scope);
    expectSamePing(claim);
    expect(await docker.docker("inspect", "--format", "{{.State.Pid}}", "ping-shared")).toBe(
      String(claim.host),
    );
    await scope.back.click();
  });

  await test.step("the micro-VM shows the host only its worker", async () => {
    await containers.launch.click();
    await dialog.launch({ isolation: "Micro-VM", name: "ping-vm", command: "ping 127.0.0.1" });
    await containers.openScope("ping-vm");
    await scope.find.fill("ping");
    await expect(scope.result).toContainText('Cannot find a process with the name "ping" on the host');
    const worker = Number(/qemu-system-x86_64,\s+PID\s+(\d+)/.exec(await scope.result.innerText())?.[1]);
    expect(procFacts(worker)?.exe).toMatch(/\/qemu-system-x86_64$/);
    await expect(page.getByText("two kernels")).toBeVisible();
    await scope.back.click();
    await containers.stop("ping-shared", "ping-vm");
    await containers.remove("ping-shared", "ping-vm");
    expect(procFacts(worker)).toBeNull();
    expect(await docker.names()).toEqual([]);
  });
});
