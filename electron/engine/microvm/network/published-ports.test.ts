import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedPorts } from "./published-ports.ts";

const USERNET = `Hub -1 (network):
  Protocol[State]    FD  Source Address  Port   Dest. Address  Port RecvQ SendQ
  TCP[ESTABLISHED]   18       10.0.2.2 41922      10.0.2.15    80     0     0
  TCP[HOST_FORWARD]  13       127.0.0.1 40123      10.0.2.15    80     0     0
  UDP[HOST_FORWARD]  14               *  5353      10.0.2.15    53     0     0
`;

test("only forwards are published ports, and * is every address", () => {
  expect(publishedPorts(USERNET)).toEqual([
    { hostIp: "127.0.0.1", hostPort: 40123, containerPort: 80, protocol: "tcp" },
    { hostIp: "0.0.0.0", hostPort: 5353, containerPort: 53, protocol: "udp" },
  ]);
});

const number = fc.integer({ min: 1, max: 65_535 });

test("what QEMU lists is read back", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ hostIp: fc.ipV4(), hostPort: number, containerPort: number })),
      (all) => {
        const lines = all.map(
          ({ hostIp, hostPort, containerPort }, fd) =>
            `  TCP[HOST_FORWARD]  ${fd}  ${hostIp} ${hostPort}  10.0.2.15 ${containerPort}     0     0`,
        );
        expect(publishedPorts(lines.join("\r\n"))).toEqual(all.map((one) => ({ ...one, protocol: "tcp" })));
      },
    ),
  );
});

test("any text is read without failing", () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(publishedPorts(text))));
});
