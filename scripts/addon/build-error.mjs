/** Why there is no addon. `code` is `unsupported-platform`, `no-compiler` or `compile-failed`. */
export class AddonBuildError extends Error {
  constructor(code, message, detail = "") {
    super(message);
    this.name = "AddonBuildError";
    this.code = code;
    /** What the compiler printed. */
    this.detail = detail;
  }
}

/** Runs a build as a program of its own: what went wrong is printed with the compiler's words, and status 1 is set. */
export async function reportBuild(build) {
  try {
    const { path, built } = await build({ log: console.error });
    console.error(built ? `Built ${path}` : `${path} is current`);
  } catch (error) {
    if (!(error instanceof AddonBuildError)) throw error;
    console.error(error.detail ? `${error.message}\n${error.detail}` : error.message);
    process.exitCode = 1;
  }
}
