import { expect, it } from "vitest";
import { type WindowsSources, windowsMachine } from "./windows-machine.ts";

const VERSION = `
HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion
    SystemRoot    REG_SZ    C:\\Windows
    InstallationType    REG_SZ    Server Core
    EditionID    REG_SZ    ServerStandard
    UBR    REG_DWORD    0x83d
    RegisteredOwner    REG_SZ
    PathName    REG_SZ    C:\\Windows with    spaces

`.replaceAll("\n", "\r\n");

const sources = (change: Partial<WindowsSources> = {}): WindowsSources => ({
  release: "10.0.26100.2113",
  product: null,
  query: async () => VERSION,
  processNames: async () => ["System", "svchost.exe"],
  ...change,
});

it("reads build, revision, product and edition", async () => {
  expect((await windowsMachine(sources())).windows).toEqual({
    ...{ build: 26_100, revision: 2113, sku: "server", edition: "ServerStandard" },
  });
});

it("believes native code more than the registry, and the build last", async () => {
  const query = async () => null;
  expect((await windowsMachine(sources({ product: "client" }))).windows?.sku).toBe("client");
  expect((await windowsMachine(sources({ query }))).windows).toMatchObject({ sku: null, edition: null });
  const release = "10.0.20348";
  expect((await windowsMachine(sources({ query, release }))).windows).toMatchObject({ sku: "server" });
});

it("says how the hypervisor is known", async () => {
  const of = async (change: Partial<WindowsSources>) => (await windowsMachine(sources(change))).hypervisor;
  expect(await of({ processNames: async () => ["vmwp.exe"] })).toMatchObject({ usable: true });
  expect(await of({ query: async () => null })).toMatchObject({ usable: false });
  expect(await of({})).toMatchObject({ usable: null });
});

it("knows nothing where nothing can be read, and does not fail", async () => {
  const broken = async () => Promise.reject(new Error("no reg.exe"));
  const facts = await windowsMachine(sources({ release: "", query: broken, processNames: broken }));
  expect(facts.windows).toEqual({ build: null, revision: null, sku: null, edition: null });
  expect(facts.hypervisor.usable).toBeNull();
});
