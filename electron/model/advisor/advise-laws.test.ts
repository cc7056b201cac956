import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AdvisedHost, AdvisedImage, Usable, Verdict } from "./advice.ts";
import { advise } from "./advise.ts";
import { assumedHost, assumedImage } from "./assumed.ts";
import { ask } from "./cases.ts";

const KNOWN_BUILDS = [
  ...[10_586, 14_393, 16_299, 17_134, 17_763, 18_363, 19_041, 19_042, 19_043, 19_045],
  ...[20_348, 22_000, 22_631, 25_398, 26_100, 26_200, 29_000],
];
const build = fc.oneof(fc.constantFrom(...KNOWN_BUILDS), fc.integer({ min: 10_240, max: 40_000 }));
const sku = fc.constantFrom("server", "client");
const word = fc.constantFrom("amd64", "arm64", "386");
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });
const usable = (values: fc.Arbitrary<boolean | null>): fc.Arbitrary<Usable> =>
  values.map((known) => ({ usable: known, why: "So it was said." }));
const maybe = usable(orNull(fc.boolean()));

const anyHost: fc.Arbitrary<AdvisedHost> = fc.record({
  os: fc.constantFrom("windows", "linux"),
  architecture: orNull(word),
  build: orNull(build),
  revision: orNull(fc.nat(3)),
  sku: orNull(sku),
  edition: orNull(fc.constantFrom("Core", "Professional", "ServerStandard", "")),
  engineVersion: orNull(fc.constantFrom("17.06.2-ee-25", "18.09.0", "24.0.7", "dev", "")),
  hypervisor: maybe,
  emulates: orNull(fc.subarray(["arm64", "arm", "s390x"])),
  launch: fc.record({ process: maybe, hyperv: maybe }),
});
const anyImage: fc.Arbitrary<AdvisedImage> = fc.record({
  os: orNull(fc.constantFrom("windows", "linux")),
  architecture: orNull(word),
  build: orNull(build),
  revision: orNull(fc.nat(3)),
});

const RANK: Readonly<Record<Verdict, number>> = {
  ...{ fails: 0, unknown: 1, "unsupported-for-production": 2, runs: 3 },
};
const RUNS: readonly Verdict[] = ["runs", "unsupported-for-production"];

describe("on Windows", () => {
  it("a newer image than the host never runs in either mode", () => {
    fc.assert(
      fc.property(anyHost, anyImage, build, fc.integer({ min: 1, max: 20_000 }), (host, image, older, by) => {
        const advice = advise({ ...host, os: "windows", build: older }, { ...image, build: older + by });
        expect(advice.process.verdict).toBe("fails");
        expect(advice.hyperv.verdict).toBe("fails");
      }),
    );
  });

  it("equal builds always may, on any server and any client that process isolation came to", () => {
    fc.assert(
      fc.property(fc.integer({ min: 17_763, max: 40_000 }), sku, (same, product) => {
        const advice = ask({ build: same, sku: product }, { build: same });
        expect(advice.process.verdict).toBe(product === "server" ? "runs" : "unsupported-for-production");
        expect(advice.hyperv.verdict).toBe("runs");
      }),
    );
  });

  it("Hyper-V isolation is never worse than process isolation for an image that is not newer", () => {
    const usableHyperV = anyHost.map((host) => ({ ...host, hypervisor: { usable: true, why: "Seen." } }));
    fc.assert(
      fc.property(usableHyperV, anyImage, build, fc.nat(20_000), (host, image, newer, by) => {
        const { process, hyperv } = advise(
          { ...host, os: "windows", build: newer },
          { ...image, build: newer - by },
        );
        expect(RANK[hyperv.verdict]).toBeGreaterThanOrEqual(RANK[process.verdict]);
      }),
    );
  });

  it("a newer host of the same product loses no image under Hyper-V isolation", () => {
    fc.assert(
      fc.property(build, build, fc.nat(10_000), (image, host, by) => {
        const before = ask({ build: host, sku: "server" }, { build: image }).hyperv.verdict;
        const after = ask({ build: host + by, sku: "server" }, { build: image }).hyperv.verdict;
        if (before === "runs") expect(after).toBe("runs");
      }),
    );
  });
});

it("has an answer in words for any input, with no value missing in it", () => {
  fc.assert(
    fc.property(anyHost, anyImage, (host, image) => {
      for (const { rule, verdict, hresult, remedies } of Object.values(advise(host, image))) {
        const texts = [rule.says, rule.disagreement?.says ?? "", ...remedies.map(({ label }) => label)];
        expect(texts.join("\n")).not.toMatch(/null|undefined|NaN|\.\.| {2}/);
        expect(rule.says).toMatch(/^[A-Z].*\.$/);
        expect(rule.sources.length).toBeGreaterThan(0);
        expect(hresult ?? "0xc0370101").toMatch(/^0x[0-9a-f]{8}$/);
        if (hresult !== null) expect(verdict).toBe("fails");
      }
    }),
    { numRuns: 2000 },
  );
});

it("fails for certain only where nothing that is not known could change it", () => {
  const known = fc.record({
    ...{ build, sku, architecture: word, revision: fc.nat(3), decided: fc.boolean() },
    edition: fc.constantFrom("Core", "Professional"),
    emulates: fc.subarray(["arm64", "386", "amd64"]),
  });
  fc.assert(
    fc.property(anyHost, anyImage, known, known, (host, image, forHost, forImage) => {
      const before = advise(host, image);
      const after = advise(completeHost(host, forHost), completeImage(image, forImage));
      if (before.process.verdict === "fails") expect(RUNS).not.toContain(after.process.verdict);
      if (before.hyperv.verdict === "fails") expect(RUNS).not.toContain(after.hyperv.verdict);
      if (before.process.verdict === "fails") expect(after.process.verdict).toBe("fails");
      if (before.hyperv.verdict === "fails") expect(after.hyperv.verdict).toBe("fails");
    }),
    { numRuns: 5000 },
  );
});

it("offers the other isolation exactly where this one fails and that one runs", () => {
  fc.assert(
    fc.property(anyHost, anyImage, (host, image) => {
      const { process, hyperv } = advise(host, image);
      const offers = process.remedies.some((remedy) => remedy.kind === "use-isolation");
      expect(offers).toBe(process.verdict === "fails" && RUNS.includes(hyperv.verdict));
    }),
  );
});

it("never advises a tag that would fail there itself", () => {
  const tags: Readonly<Record<string, number>> = {
    ...{ ltsc2016: 14_393, 1709: 16_299, 1803: 17_134, ltsc2019: 17_763, 1903: 18_362, 1909: 18_363 },
    ...{ 2004: 19_041, "20H2": 19_042, ltsc2022: 20_348, ltsc2025: 26_100 },
  };
  fc.assert(
    fc.property(build, build, sku, (host, image, product) => {
      const advice = ask({ build: host, sku: product, revision: 1 }, { build: image, revision: 1 });
      for (const isolation of ["process", "hyperv"] as const) {
        for (const remedy of advice[isolation].remedies) {
          if (remedy.kind !== "use-tag") continue;
          const other = ask(
            { build: host, sku: product, revision: 1 },
            { build: tags[remedy.tag] ?? null, revision: 1 },
          );
          expect(RUNS).toContain(other[isolation].verdict);
        }
      }
    }),
  );
});

interface KnownFacts {
  readonly build: number;
  readonly sku: "server" | "client";
  readonly architecture: string;
  readonly revision: number;
  readonly decided: boolean;
  readonly edition: string;
  readonly emulates: string[];
}

const decided = ({ usable: known, why }: Usable, facts: KnownFacts): Usable => ({
  usable: known ?? facts.decided,
  why,
});

function completeHost(host: AdvisedHost, facts: KnownFacts): AdvisedHost {
  return assumedHost({
    ...host,
    architecture: host.architecture ?? facts.architecture,
    build: host.build ?? facts.build,
    revision: host.revision ?? facts.revision,
    sku: host.sku ?? facts.sku,
    edition: host.edition ?? facts.edition,
    hypervisor: decided(host.hypervisor, facts),
    emulates: host.emulates ?? facts.emulates,
    launch: { process: decided(host.launch.process, facts), hyperv: decided(host.launch.hyperv, facts) },
  });
}

/** A build makes it a Windows image, so a completion does not make it a Linux one. */
function completeImage(image: AdvisedImage, facts: KnownFacts): AdvisedImage {
  return assumedImage(
    {
      os: image.os ?? (image.build === null ? "linux" : "windows"),
      architecture: image.architecture ?? facts.architecture,
      build: image.build ?? (image.os === "windows" ? facts.build : null),
      revision: image.revision ?? facts.revision,
    },
    { os: "windows" },
  );
}
