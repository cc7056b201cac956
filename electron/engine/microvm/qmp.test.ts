import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ManualClock, settled } from "../manual-clock.ts";
import { duplexPair } from "./fixtures/duplex-pair.ts";
import { QmpClient } from "./qmp.ts";

function open() {
  const [end, qemu] = duplexPair();
  const sent: string[] = [];
  qemu.on("data", (chunk: Buffer) => sent.push(chunk.toString()));
  return { end, qemu, sent, qmp: new QmpClient(end, new ManualClock()) };
}

describe("QmpClient", () => {
  it("asks for capabilities first and remembers why the machine went down", async () => {
    const { qemu, sent, qmp } = open();
    qemu.write('{"QMP":{"version":{}}}\n{"return":{},"id":1}\n');
    qemu.write('{"event":"SHUTDOWN","data":{"guest":true,"reason":"guest-reset"},"timestamp":{}}\n');
    await settled();
    expect(sent.join("")).toContain('"qmp_capabilities"');
    expect(qmp.shutdownReason).toBe("guest-reset");
  });

  it("tells what QEMU refused", async () => {
    const { qemu, qmp } = open();
    const stopping = qmp.execute("stop");
    qemu.write('{"error":{"class":"GenericError","desc":"not now"},"id":2}\n');
    await expect(stopping).rejects.toThrow("QEMU refused: not now");
  });

  it("rejects what is open when QEMU ends", async () => {
    const { end, qmp } = open();
    const stopping = expect(qmp.execute("stop")).rejects.toMatchObject({ error: { code: "disconnected" } });
    end.destroy();
    await stopping;
  });

  it("takes any bytes", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 80 })), (noise) => {
        const { qemu } = open();
        for (const bytes of noise) qemu.write(bytes);
        qemu.write('\n{"event":"SHUTDOWN"}\n[]\n7\nnull\n');
      }),
    );
  });
});
