import type { LaunchHole } from "../../../../electron/contract/hole.ts";
import { holeContradiction } from "../../../../electron/contract/hole-contradiction.ts";
import { launchHoleStrings } from "../../../strings/launch-holes.ts";
import type { HoleDraft } from "./hole-draft.ts";

/** What is wrong with the fields of one hole, by the contract's names for them; "" is the hole as a whole. */
export type HoleErrors = Readonly<Record<string, string>>;

interface ReadDraft {
  /** Null while a field is wrong. */
  readonly hole: LaunchHole | null;
  readonly errors: HoleErrors;
}

interface ReadHoles {
  /** Only of drafts without an error. */
  readonly holes: readonly LaunchHole[];
  /** By the draft's place, e.g. `holes.0.source`. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Reads every draft. Only what the text itself shows to be wrong is an error here; the host checks the rest. */
export function readDrafts(drafts: readonly HoleDraft[]): ReadHoles {
  const read = drafts.map(readDraft);
  const holes = read.flatMap(({ hole }) => (hole ? [hole] : []));
  const own = read.flatMap(({ errors }, index) =>
    Object.entries(errors).map(([field, text]) => [`holes.${index}.${field}`, text] as const),
  );
  // Places are those of the drafts only once all of them can be read.
  const clash = holes.length === drafts.length ? holeContradiction(holes) : null;
  const path = clash && ["holes", clash.index, ...(clash.field === null ? [] : [clash.field])].join(".");
  return {
    holes,
    errors: Object.fromEntries([
      ...own,
      ...(clash && path ? [[path, sentence(clash.message)] as const] : []),
    ]),
  };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function readDraft(draft: HoleDraft): ReadDraft {
  switch (draft.kind) {
    case "folder": {
      const { source, target, errors } = readPaths(draft);
      return checked({ kind: "folder", source, target, readOnly: draft.readOnly }, errors);
    }
    case "pipe": {
      const { source, target, errors } = readPaths(draft);
      return checked({ kind: "pipe", source, target }, errors);
    }
    case "port":
      return readPortDraft(draft);
    case "network": {
      const name = draft.name.trim();
      return checked({ kind: "network", of: draft.of, name }, wrong("name", !NAME.test(name)));
    }
    case "device": {
      const device = draft.device.trim();
      return checked({ kind: "device", device }, wrong("device", device === ""));
    }
  }
}

const checked = (hole: LaunchHole, errors: HoleErrors): ReadDraft => ({
  hole: Object.keys(errors).length === 0 ? hole : null,
  errors,
});

const WORDS = {
  source: launchHoleStrings.sourceWrong,
  target: launchHoleStrings.sourceWrong,
  containerPort: launchHoleStrings.portWrong,
  hostPort: launchHoleStrings.portWrong,
  hostIp: launchHoleStrings.hostIpWrong,
  name: launchHoleStrings.nameWrong,
  device: launchHoleStrings.deviceWrong,
} as const;

const wrong = (field: keyof typeof WORDS, isWrong: boolean): HoleErrors =>
  isWrong ? { [field]: WORDS[field] } : {};

const WHOLE_PATH = /^(?:\/|[A-Za-z]:[\\/]|\\\\)/;
const NAME = /^[a-zA-Z0-9][\w.-]*$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$/;

function readPaths(draft: { readonly source: string; readonly target: string }) {
  const source = draft.source.trim();
  const target = draft.target.trim() || source;
  const errors = {
    ...wrong("source", !WHOLE_PATH.test(source)),
    ...wrong("target", draft.target.trim() !== "" && !WHOLE_PATH.test(target)),
  };
  return { source, target, errors };
}

function readPortDraft(draft: Extract<HoleDraft, { readonly kind: "port" }>): ReadDraft {
  const hostIp = draft.hostIp.trim();
  const hostPort = draft.hostPort.trim();
  const hole: LaunchHole = {
    kind: "port",
    ...(hostIp !== "" && { hostIp }),
    ...(hostPort !== "" && { hostPort: Number(hostPort) }),
    containerPort: Number(draft.containerPort.trim()),
    protocol: draft.protocol,
  };
  return checked(hole, {
    ...wrong("containerPort", !isPort(hole.containerPort)),
    ...wrong("hostPort", hole.hostPort !== undefined && !isPort(hole.hostPort)),
    ...wrong("hostIp", hostIp !== "" && !ADDRESS.test(hostIp)),
  });
}

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535;
