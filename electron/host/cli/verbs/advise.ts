import { z } from "zod";
import type { Advice, AdvisedHost, AdvisedImage } from "../../../model/advisor/advice.ts";
import { advise as adviseOn } from "../../../model/advisor/advise.ts";
import { advisedHost } from "../../../model/advisor/advised-host.ts";
import { advisedImage } from "../../../model/advisor/advised-image.ts";
import { assumedHost, assumedImage } from "../../../model/advisor/assumed.ts";
import { adviceLines } from "../advice-words.ts";
import { EXIT } from "../exit-codes.ts";
import { pickImage } from "../image-work.ts";
import { readChoice, readWhole } from "../option-values.ts";
import { notUnderstood } from "../options.ts";
import { settledEngines } from "../session/engines.ts";
import { listImages } from "../session/images.ts";
import { defineVerb, type VerbContext } from "../verb.ts";

const Sources = z.array(z.object({ title: z.string(), url: z.string().optional() }));

const Mode = z.object({
  verdict: z.enum(["runs", "unsupported-for-production", "fails", "unknown"]),
  rule: z.object({
    id: z.string(),
    says: z.string(),
    sources: Sources,
    disagreement: z.object({ says: z.string(), sources: Sources }).optional(),
  }),
  hresult: z.string().nullable(),
  remedies: z.array(z.object({ kind: z.string(), label: z.string() }).loose()),
});

const BUILDS = { least: 10_240, most: 99_999 };
const REVISIONS = { least: 0, most: 99_999 };
const SYSTEMS = ["windows", "linux"] as const;

const OPTIONS = {
  "host-build": { type: "string", value: "N", says: "Windows build of the host: 20348" },
  "host-revision": { type: "string", value: "N", says: "the fourth number of its version" },
  "host-sku": { type: "string", value: "SKU", says: "server or client", completes: ["server", "client"] },
  "host-edition": {
    type: "string",
    value: "NAME",
    says: "Professional, ServerStandard, Core (Home) and their like",
  },
  "host-os": { type: "string", value: "OS", says: "windows (when left out) or linux", completes: SYSTEMS },
  "host-arch": { type: "string", value: "ARCH", says: "amd64 or arm64", completes: ["amd64", "arm64"] },
  "engine-version": { type: "string", value: "V", says: "of Docker Engine: 24.0.7" },
  hypervisor: {
    type: "string",
    value: "YES",
    says: "whether Hyper-V, on Linux KVM, can be used: yes, no or unknown",
    completes: ["yes", "no", "unknown"],
  },
  "image-build": { type: "string", value: "N", says: "Windows build of the image: 17763" },
  "image-revision": { type: "string", value: "N", says: "the fourth number of its version" },
  "image-os": { type: "string", value: "OS", says: "windows or linux", completes: SYSTEMS },
  "image-arch": { type: "string", value: "ARCH", says: "amd64 or arm64", completes: ["amd64", "arm64"] },
} as const;

export const advise = defineVerb({
  name: "advise",
  summary: "say what is to be expected of an image on a host, under either isolation",
  words: { usage: "[IMAGE]", least: 0, most: 1, completes: "image" },
  options: OPTIONS,
  details: [
    "With options it answers for any host and image, without an engine. With an IMAGE it answers for this host.",
    "It advises and never forbids: the exit code is 0 whatever the verdict.",
  ],
  examples: [
    "isoscope advise --host-build 20348 --host-sku server --image-build 17763 --json",
    "isoscope advise mcr.microsoft.com/windows/nanoserver:ltsc2022",
  ],
  output: z.object({ process: Mode, hyperv: Mode }),
  run: async ({ values, words: [ref] }, context) => {
    const spoken = Object.keys(OPTIONS).filter((name) => name in values);
    if (ref !== undefined && spoken.length > 0) {
      throw notUnderstood(
        `either an image of this host, or options that describe one, not both.`,
        `--${spoken[0]}`,
      );
    }
    if (ref === undefined && spoken.length === 0) throw notUnderstood("advise needs an IMAGE or options.");
    const { host, image } = ref === undefined ? spokenOf(values) : await present(ref, context);
    const advice = adviseOn(host, image);
    if (context.json) context.out(JSON.stringify(advice satisfies Advice));
    else for (const line of adviceLines(advice, host, image)) context.out(line);
    return EXIT.done;
  },
});

interface Asked {
  readonly host: AdvisedHost;
  readonly image: AdvisedImage;
}

type Spoken = Readonly<Partial<Record<keyof typeof OPTIONS, string | undefined>>>;

/** A host and an image that only the command line describes. */
function spokenOf(values: Spoken): Asked {
  const host = assumedHost(
    given({
      os: readChoice("host-os", values["host-os"], SYSTEMS),
      architecture: values["host-arch"],
      build: readWhole("host-build", values["host-build"], BUILDS),
      revision: readWhole("host-revision", values["host-revision"], REVISIONS),
      sku: readChoice("host-sku", values["host-sku"], ["server", "client"]),
      edition: values["host-edition"],
      engineVersion: values["engine-version"],
      hypervisor: hypervisorOf(values.hypervisor),
    }),
  );
  const image = given({
    os: readChoice("image-os", values["image-os"], SYSTEMS),
    architecture: values["image-arch"],
    build: readWhole("image-build", values["image-build"], BUILDS),
    revision: readWhole("image-revision", values["image-revision"], REVISIONS),
  });
  return { host, image: assumedImage(image, host) };
}

const USABLE = { yes: true, no: false, unknown: null } as const;

function hypervisorOf(text: string | undefined): AdvisedHost["hypervisor"] | undefined {
  const choice = readChoice("hypervisor", text, ["yes", "no", "unknown"]);
  return choice && { usable: USABLE[choice], why: "Said on the command line." };
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Only what was given: the rest is assumed elsewhere. */
function given<T extends object>(values: T): Partial<Given<T>> {
  const result: Partial<Given<T>> = {};
  return Object.assign(
    result,
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  );
}

/** This host, and an image that one of its engines has. */
async function present(ref: string, context: VerbContext): Promise<Asked> {
  const engines = await settledEngines(context);
  const { client } = await context.session();
  const info = await client.call("host.info", {});
  const image = pickImage(await listImages(context), ref);
  return { host: advisedHost(info, engines), image: advisedImage(image) };
}
