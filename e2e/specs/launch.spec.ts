import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DEMO, ensureDemo } from "../fixtures/demo.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";

test("a pasted docker run line fills the form, its holes are shown and opened, and what it lacks is said", async ({
  page,
  docker,
  app,
}) => {
  const containers = new ContainersPage(page);
  const dialog = new LaunchDialog(page);
  const folder = join(app.home, "given in");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "note.txt"), "from the host");
  await containers.open();
  await ensureDemo(page, docker);
  const line = `$ sudo docker run -d --rm --name given -e GREETING='hello there' -v '${folder}:/given:ro' -p 127.0.0.1::8080 -m 64m ${DEMO} sleep 1000`;

  await test.step("the line is taken, and the flag the form has no place for is listed", async () => {
    await containers.launch.click();
    await dialog.paste(line);
    await expect(dialog.image).toHaveValue(DEMO);
    await expect(dialog.command).toHaveValue("sleep 1000");
    await expect(dialog.dialog.getByRole("listitem").filter({ hasText: "--rm" })).toBeVisible();
    await expect(dialog.runLine).toHaveText(
      `docker run -d --name given -m 64m -v '${folder}:/given:ro' -p 127.0.0.1::8080 -e 'GREETING=hello there' ${DEMO} sleep 1000`,
    );
    await expect(dialog.dialog.getByText(/^Preflight passed for shared kernel/)).toBeVisible();
  });

  await test.step("its hole is in the list and in the picture; a worse one can be closed again", async () => {
    await dialog.unfoldHoles();
    await expect(dialog.holes).toContainText(["Folder, read-only", "Reachable from this host only"]);
    await dialog.addHole("Unix socket");
    await expect(dialog.dialog.getByRole("textbox", { name: "Unix socket on the host" })).toBeFocused();
    await page.keyboard.type(app.dockerSocket);
    await expect(dialog.dialog.getByText("Shared kernel, but the engine socket undoes it")).toBeVisible();
    await dialog.dialog.getByRole("button", { name: "Remove socket" }).click();
    await expect(
      dialog.dialog.getByRole("img", {
        name: `Shared kernel, 2 holes. 1: ${folder} → /given, Low. 2: 127.0.0.1:* → 8080, Low`,
      }),
    ).toBeVisible();
  });

  await test.step("a folder that is not there is refused at its row, and the form keeps everything", async () => {
    await dialog.addHole("Folder");
    await page.keyboard.type("/no/such/folder");
    await page.keyboard.press("Enter");
    await expect(dialog.holes.nth(2)).toContainText("/no/such/folder");
    await expect(dialog.dialog).toContainText(/does not exist|not there|no such/i);
    await dialog.dialog.getByRole("button", { name: /^Remove Folder, read-only \/no/ }).click();
  });

  await test.step("it is launched as asked: folder, variable and limit are inside", async () => {
    await dialog.submit.click();
    await expect(dialog.dialog).toBeHidden({ timeout: 120_000 });
    await expect(containers.row("given")).toContainText("Running");
    expect(await docker.docker("exec", "given", "cat", "/given/note.txt")).toBe("from the host");
    expect(await docker.docker("exec", "given", "env")).toContain("GREETING=hello there");
    expect(await docker.docker("inspect", "--format", "{{.HostConfig.Memory}}", "given")).toBe("67108864");
    expect(await docker.docker("inspect", "--format", "{{(index .Mounts 0).RW}}", "given")).toBe("false");
    expect(await docker.docker("port", "given", "8080/tcp")).toMatch(/^127\.0\.0\.1:\d+$/);
    await containers.remove("given");
  });
});
