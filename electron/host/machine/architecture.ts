/** Node's words for what Docker calls otherwise. */
const WORDS: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386", ppc64: "ppc64le" };

/** Docker's word for what `os.arch()` says. */
export const dockerArchitecture = (arch: string): string => WORDS[arch] ?? arch;
