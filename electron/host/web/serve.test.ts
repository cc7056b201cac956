import { expect, test } from "vitest";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { serve } from "./serve.ts";
import { startWebHost } from "./web-host.ts";

const dispatcher = { connect: () => ({ receive: () => {}, close: () => {} }) };

function composed() {
  const closed: string[] = [];
  const compose = async () => ({
    dispatcher,
    close: async () => {
      closed.push("app");
    },
  });
  return { closed, compose };
}

test("closing closes the app behind the host", async () => {
  const { closed, compose } = composed();
  const served = await serve({ port: 0, rendererDir: ".", compose });
  expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  await served.close();
  expect(closed).toEqual(["app"]);
});

test("a port in use is reported, and what was composed is closed again", async () => {
  const { closed, compose } = composed();
  const taken = await startWebHost(dispatcher, { port: 0, rendererDir: "." });
  await expect(serve({ port: taken.port, rendererDir: ".", compose })).rejects.toBeInstanceOf(
    IsoscopeFailure,
  );
  expect(closed).toEqual(["app"]);
  await taken.close();
});

test("two without a wish for a port do not get in each other's way", async () => {
  const first = await serve({ port: null, rendererDir: ".", compose: composed().compose });
  const second = await serve({ port: null, rendererDir: ".", compose: composed().compose });
  expect(first.url).not.toBe(second.url);
  await first.close();
  await second.close();
});
