import fc from "fast-check";
import { expect, test } from "vitest";
import { maskDeep, maskText } from "./mask-secrets.ts";

const PLANTED = "hunter2-Pl4nted";

test.each([
  `mysqld --password=${PLANTED}`,
  `client --password ${PLANTED} --verbose`,
  `client /password ${PLANTED}`,
  `client --password=""${PLANTED}`,
  `client --password 'abc'"${PLANTED}"`,
  `client --password="${PLANTED}`,
  `app --api-key "${PLANTED}"`,
  `docker run -e COLOUR=${PLANTED} nginx`,
  `docker run --env=COLOUR=${PLANTED} nginx`,
  `DB_PASSWORD=${PLANTED} ./run`,
  `sh -c 'export GITHUB_TOKEN="${PLANTED}"; make'`,
  `git clone https://me:${PLANTED}@example.org/a.git`,
  `git clone https://${PLANTED}@example.org/a.git`,
  `postgres://app:${PLANTED}@db:5432/app`,
  `curl -u me:${PLANTED} http://example.org`,
  `curl -H "Authorization: Bearer ${PLANTED}" http://example.org`,
  `{"user":"me","apiToken":"${PLANTED}"}`,
  `password: ${PLANTED}`,
  `-----BEGIN RSA PRIVATE KEY-----\n${PLANTED.replace("-", "")}\n-----END RSA PRIVATE KEY-----`,
])("%s loses its secret", (text) => {
  expect(maskText(text)).not.toContain("hunter2");
  expect(maskText(text)).toContain("••••");
});

test.each([
  "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
  "AKIAIOSFODNN7EXAMPLE",
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
])("the key %s is known by its shape", (key) => {
  expect(maskText(`run ${key} now`)).toBe("run •••• now");
});

test.each([
  "ping localhost -t",
  "ping 127.0.0.1",
  "C:\\Windows\\System32\\vmwp.exe 0D1F5A4C-7A0E-4C9A-9B2E-3C1F5E8D2A10",
  "/usr/bin/containerd-shim-runc-v2 -namespace moby -id 3f2a9c0e9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d9c8b7a6f5e4d3c2b",
  "NT VIRTUAL MACHINE\\0D1F5A4C-7A0E-4C9A-9B2E-3C1F5E8D2A10",
  "User Manager\\ContainerAdministrator",
  "qemu-system-x86_64 -m 256 -kernel /var/cache/isoscope/kernels/vmlinuz -append console=ttyS0",
  "sshd: root@pts/0",
  "-u root",
  "unix:///var/run/docker.sock",
])("%s stays as it is", (text) => {
  expect(maskText(text)).toBe(text);
});

test("fields that are named for a secret lose theirs, at any depth", () => {
  expect(maskDeep({ a: [{ password: "x", name: "web" }], token: "", pid: 4 })).toEqual({
    a: [{ password: "••••", name: "web" }],
    token: "",
    pid: 4,
  });
});

test("masking again changes nothing, and no text takes long", () => {
  const words = fc.constantFrom(
    "--password",
    "=",
    " ",
    "TOKEN",
    "-e",
    "A=b",
    "https://",
    ":",
    "@",
    '"',
    "'",
    "x",
    ",",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const once = maskText(parts.join(""));
      expect(maskText(once)).toBe(once);
    }),
  );
  maskText(`--${"secret-".repeat(20_000)}`);
  maskText("a".repeat(200_000));
});
