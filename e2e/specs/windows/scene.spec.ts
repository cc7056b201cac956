import { SEED } from "../../../native/test/standin/fixtures.ts";
import { expectClean, LOOKS } from "../../fixtures/axe.ts";
import { getProcessCells } from "../../fixtures/get-process-row.ts";
import { TheScene, windowsScene } from "../../fixtures/the-scene.ts";
import { WITHOUT_WINE } from "../../fixtures/windows-app.ts";
import { expect, test } from "../../fixtures/windows-test.ts";
import { ContainersPage } from "../../pages/containers-page.ts";
import { ScopePage } from "../../pages/scope-page.ts";

test.skip(WITHOUT_WINE !== null, WITHOUT_WINE ?? "");

/** An unnamed container's id, as the list tells it. */
const shown = (id: string) => `${id.slice(0, 8)}…${id.slice(-4)}`;
const PROCESS = shown(SEED.processId);
const HYPERV = shown(SEED.hyperVId);

/** Microsoft's page prints no VM(M); here it is what Wine tells. */
const VIRTUAL = /^\d+$/;

test("both containers of the scene are listed with their isolation", async ({ page }) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await expect(containers.row(PROCESS)).toContainText("Process");
  await expect(containers.row(HYPERV)).toContainText("Hyper-V");
  await expect(containers.row(HYPERV)).toContainText(`vmwp ${SEED.vmwp.pid}`);
});

test("process isolation: the very same ping on both sides, proven", async ({ page }) => {
  const scene = new TheScene(page, windowsScene(SEED));
  await scene.containers.open();
  await scene.containers.openScopeByKey(PROCESS);
  await scene.findsShared();
  const row = scene.scope.host.getByRole("row").filter({ hasText: "PING" });
  await expect(row.getByRole("gridcell")).toHaveText([...getProcessCells(SEED.ping, VIRTUAL), /^PING/]);
});

test("Hyper-V isolation: ping inside, on the host only vmwp, and how it is known", async ({ page }) => {
  const scene = new TheScene(page, windowsScene(SEED));
  const { scope } = scene;
  await scene.containers.open();
  await scene.containers.openScopeByKey(HYPERV);
  await scene.findsHidden();
  const inside = scope.inside.getByRole("row").filter({ hasText: String(SEED.guestPing.pid) });
  await expect(inside).toContainText(/ping/i);
  const worker = scope.host.getByRole("row").filter({ hasText: "vmwp" }).first();
  await expect(worker.getByRole("gridcell")).toHaveText([...getProcessCells(SEED.vmwp, VIRTUAL), "vmwp"]);
  await expect(scope.host).toContainText(
    new RegExp(`vmwp ${SEED.vmwp.pid} (runs as NT VIRTUAL MACHINE|has VM)`),
  );
});

test("axe finds nothing in the scene in any look", async ({ page }) => {
  test.slow();
  const containers = new ContainersPage(page);
  const scope = new ScopePage(page);
  await containers.open();
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await expect(containers.row(PROCESS)).toBeVisible();
    await expectClean(page, `Containers, ${look}`);
    for (const name of [PROCESS, HYPERV]) {
      await containers.openScopeByKey(name);
      await scope.find.fill("ping");
      await expect(scope.result).toContainText(/Same process|Cannot find a process/);
      await expectClean(page, `Scope of ${name}, ${look}`);
      await scope.back.click();
    }
  }
});
