import { consoleStrings } from "../../strings/console.ts";

/** What a console runs: empty joins the container's own command. */
export interface ConsoleTarget {
  readonly argv: readonly string[];
  /** As it is called in sentences: "sh", "Its own command". */
  readonly name: string;
}

export interface ShellChoice {
  readonly id: string;
  readonly label: string;
  readonly target: ConsoleTarget;
}

export const ATTACH: ShellChoice = {
  id: "attach",
  label: consoleStrings.attach,
  target: { argv: [], name: consoleStrings.attach },
};

/** The best shell an image has cannot be known from outside: its own sh finds out. */
const FIND_BEST =
  "for shell in bash ash zsh; do command -v $shell >/dev/null 2>&1 && exec $shell; done; exec sh";

const shell = (name: string): ShellChoice => ({ id: name, label: name, target: { argv: [name], name } });

const LINUX: readonly ShellChoice[] = [
  {
    id: "automatic",
    label: consoleStrings.automatic,
    target: { argv: ["sh", "-c", FIND_BEST], name: "The shell" },
  },
  ...["bash", "ash", "sh"].map(shell),
];

const WINDOWS: readonly ShellChoice[] = ["cmd", "powershell", "pwsh"].map(shell);

/** The shells to offer; the first is the one to begin with. @param os of the image: "linux", "windows". */
export const shellsOf = (os: string): readonly ShellChoice[] => (os === "windows" ? WINDOWS : LINUX);
