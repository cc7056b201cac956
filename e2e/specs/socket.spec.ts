import WebSocket from "ws";
import { expect, test } from "../fixtures/test.ts";

interface Answer {
  readonly opened: boolean;
  readonly status: number | null;
  readonly frames: readonly unknown[];
  readonly closed: number | null;
}

/** Connects, sends, and gathers what comes until `until` frames are there or the socket has closed. */
function talk(
  address: string,
  headers: Readonly<Record<string, string>>,
  sent: readonly (string | Buffer)[],
  until: number,
): Promise<Answer> {
  return new Promise((resolve) => {
    const frames: unknown[] = [];
    const socket = new WebSocket(address, { headers: { ...headers } });
    const end = (answer: Partial<Answer>) => {
      socket.removeAllListeners("message");
      socket.terminate();
      resolve({ opened: true, status: null, frames, closed: null, ...answer });
    };
    socket.on("unexpected-response", (_request, response) =>
      end({ opened: false, status: response.statusCode ?? 0 }),
    );
    socket.on("error", () => {});
    socket.on("open", () => {
      for (const message of sent) socket.send(message);
    });
    socket.on("message", (data) => {
      frames.push(JSON.parse(String(data)));
      if (frames.length >= until) end({});
    });
    socket.on("close", (code) => end({ closed: code }));
  });
}

test("frames that are none are answered with a typed error, and the connection goes on", async ({
  webHost,
  session,
}) => {
  const { origin, host } = new URL(webHost.url);
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const frames = [
    "not json",
    "[]",
    '{"t":"call"}',
    '{"t":"call","id":-1,"name":"host.info"}',
    '{"t":"call","id":1,"name":"__proto__","input":{}}',
    '{"t":"call","id":2,"name":"containers.control","input":{"key":"../..","action":"remove"}}',
    '{"t":"call","id":3,"name":"containers.launch","input":{"image":""}}',
    '{"t":"call","id":4,"name":"host.info","input":{"surplus":1}}',
    '{"t":"call","id":5,"name":"host.info"}',
  ];
  const answer = await talk(`ws://${host}/socket`, { origin, cookie }, frames, frames.length);
  expect(answer.frames).toMatchObject([
    { t: "malformed", error: { code: "invalid" } },
    { t: "malformed", error: { code: "invalid" } },
    { t: "malformed", error: { code: "invalid" } },
    { t: "malformed", error: { code: "invalid", field: "id" } },
    { t: "error", id: 1, error: { code: "not-found" } },
    { t: "error", id: 2, error: { code: "invalid", field: "key" } },
    { t: "error", id: 3, error: { code: "invalid", field: "image" } },
    { t: "error", id: 4, error: { code: "invalid" } },
    { t: "value", id: 5 },
  ]);
});

test("a frame over the limit closes the connection", async ({ webHost, session }) => {
  const { origin, host } = new URL(webHost.url);
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const answer = await talk(`ws://${host}/socket`, { origin, cookie }, ["x".repeat(2_000_000)], 1);
  expect(answer.closed).toBe(1009);
});

test("a foreign Origin, a missing session and a foreign Host are refused", async ({ webHost, session }) => {
  const { origin, host } = new URL(webHost.url);
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const address = `ws://${host}/socket`;
  const foreign = await talk(address, { origin: "http://evil.example", cookie }, [], 1);
  expect(foreign).toMatchObject({ opened: false, status: 403 });
  const stranger = await talk(address, { origin }, [], 1);
  expect(stranger).toMatchObject({ opened: false, status: 401 });
  const rebound = await talk(address, { origin, cookie, host: "evil.example" }, [], 1);
  expect(rebound.opened).toBe(false);
});

test("a wrong token and a spent token get no session", async ({ webHost, playwright }) => {
  const context = await playwright.request.newContext({ storageState: { cookies: [], origins: [] } });
  const { origin } = new URL(webHost.url);
  for (const url of [`${origin}/?token=wrong`, webHost.url, `${origin}/`]) {
    const response = await context.get(url);
    expect(response.status(), url).toBe(401);
    expect(response.headers()["set-cookie"]).toBeUndefined();
  }
  await context.dispose();
});
