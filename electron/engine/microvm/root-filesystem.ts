import { findProgram } from "./find-program.ts";
import { runTool } from "./run-tool.ts";

/** A file system a root disk can have: the guest's driver and the host's tool. */
export interface RootFilesystem {
  readonly type: "erofs" | "ext4";
  /** argv that makes `image` from `folder`. */
  build(folder: string, image: string): Promise<readonly string[]>;
}

const erofs = (program: string, asRoot: boolean): RootFilesystem => ({
  type: "erofs",
  build: async (folder, image) => [program, "--quiet", ...(asRoot ? [] : ["--all-root"]), image, folder],
});

const BLOCK = 4096;

/**
 * mke2fs needs to know beforehand: room for the content and two blocks a file, a third more for tables, and an inode
 * for each file with some to spare.
 */
async function ext4Size(folder: string): Promise<{ readonly blocks: number; readonly inodes: number }> {
  const bytes = Number.parseInt(await runTool(["du", "-s", "-B1", folder]), 10);
  const files = Number.parseInt(await runTool(["du", "-s", "--inodes", folder]), 10);
  return { blocks: Math.ceil((bytes / BLOCK + files * 2) * 1.3) + 2048, inodes: files + 1024 };
}

async function mke2fsArgs(program: string, folder: string, image: string): Promise<readonly string[]> {
  const { blocks, inodes } = await ext4Size(folder);
  const layout = ["-t", "ext4", "-O", "^has_journal", "-b", `${BLOCK}`, "-m", "0", "-N", `${inodes}`];
  return [program, "-q", ...layout, "-E", "root_owner=0:0", "-d", folder, image, `${blocks}`];
}

const ext4 = (program: string): RootFilesystem => ({
  type: "ext4",
  build: (folder, image) => mke2fsArgs(program, folder, image),
});

/**
 * The file systems whose tool is installed, by preference. Without root, ownership cannot be kept: erofs then gives
 * everything to root, ext4 keeps this user's number.
 */
export async function rootFilesystems(asRoot: boolean): Promise<readonly RootFilesystem[]> {
  const [mkfsErofs, mke2fs] = await Promise.all([findProgram("mkfs.erofs"), findProgram("mke2fs")]);
  return [...(mkfsErofs ? [erofs(mkfsErofs, asRoot)] : []), ...(mke2fs ? [ext4(mke2fs)] : [])];
}
