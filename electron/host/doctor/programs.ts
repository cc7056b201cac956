import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { findDockerd } from "../../engine/docker/managed/find-dockerd.ts";
import { findProgram } from "../../engine/microvm/find-program.ts";
import { QEMU } from "../../engine/microvm/qemu-args.ts";
import type { DoctorFacts } from "../../model/doctor/facts.ts";

/** Distributions keep it out of PATH: it is not for people. */
const VIRTIOFSD = ["/usr/libexec/virtiofsd", "/usr/lib/qemu/virtiofsd", "/usr/lib/virtiofsd"];

/** Where programs lie, looked for as those who start them look. */
export async function readPrograms(path = process.env.PATH ?? ""): Promise<DoctorFacts["programs"]> {
  const find = (name: string) => findProgram(name, path);
  const [qemu, erofs, mke2fs, virtiofsd, ps, setpriv, systemctl, apt] = await Promise.all([
    find(QEMU),
    find("mkfs.erofs"),
    find("mke2fs"),
    findVirtiofsd(path),
    find("ps"),
    find("setpriv"),
    find("systemctl"),
    find("apt-get"),
  ]);
  return {
    ...{ dockerd: findDockerd(path), qemu, "mkfs.erofs": erofs, mke2fs, virtiofsd },
    ...{ ps, setpriv, systemctl, "apt-get": apt },
  };
}

async function findVirtiofsd(path: string): Promise<string | null> {
  const found = await findProgram("virtiofsd", path);
  if (found !== null) return found;
  const there = await Promise.all(VIRTIOFSD.map(isExecutable));
  return VIRTIOFSD.find((_file, i) => there[i]) ?? null;
}

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
