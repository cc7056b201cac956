// @ts-check
import { isPing } from "./docker.mjs";
import { createdAt, entryOf, textOf } from "./hcs-facts.mjs";
import { fail, pass, skip } from "./verdict.mjs";

/**
 * @typedef {import("./scene.mjs").SceneFacts} SceneFacts
 * @typedef {import("./verdict.mjs").Verdict} Verdict
 */

/** HCS writes times as text, rounded. */
const START_SLACK_MS = 1000;
const EPOCH_MS = 11_644_473_600_000;
const WORKER_ACCOUNT = /^NT VIRTUAL MACHINE\\([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})$/i;
/** No hypervisor, in docker's words: not this program's fault. */
const NO_HYPERVISOR = /0x(?:c0351000|c0370102|80370102)|hypervisor/i;

/** @param {SceneFacts} scene @returns {Verdict | null} null when there was a container */
export function launchTrouble({ trouble }) {
  if (trouble === null) return null;
  return NO_HYPERVISOR.test(trouble) ? skip(`there is no hypervisor here: ${trouble}`) : fail(trouble);
}

/** Inside and host show one process. @param {SceneFacts} scene @returns {Verdict} */
export function sameProcess(scene) {
  const inside = scene.top.find(({ name }) => isPing(name));
  if (!inside) return fail("docker top lists no ping");
  const row = scene.born.find(({ pid, name }) => pid === inside.pid && isPing(name));
  if (!row) return fail(`the host has no new ping with PID ${inside.pid}`);
  const created = createdAt(scene.hcs.properties, inside.pid);
  if (created === null) {
    const { failed } = scene.hcs.properties;
    const why = failed ? textOf(failed) : "HCS lists no such process";
    return skip(
      `PID ${inside.pid} is on both sides and new on the host; the start could not be compared: ${why}`,
    );
  }
  const started = Number(BigInt(row.start) / 10_000n) - EPOCH_MS;
  if (Math.abs(started - created) > START_SLACK_MS) {
    return fail(`PID ${inside.pid} began at ${started} on the host, at ${created} inside`);
  }
  return pass(`PID ${inside.pid} and its start are the same inside and on the host`);
}

/** The host does not see into the VM. @param {SceneFacts} scene @returns {Verdict} */
export function hidden(scene) {
  const inside = scene.top.find(({ name }) => isPing(name));
  if (!inside) return fail("docker top lists no ping");
  const seen = scene.born.filter(({ name }) => isPing(name));
  if (seen.length > 0) return fail(`the host has a new ping: PID ${seen.map(({ pid }) => pid).join(", ")}`);
  return pass(`ping is PID ${inside.pid} inside, and the host has no new ping`);
}

/** The VM's worker is known by its account. @param {SceneFacts} scene @returns {Verdict} */
export function workerByAccount(scene) {
  const workers = scene.born.filter(({ name }) => name.toLowerCase() === "vmwp");
  if (workers.length === 0) return fail("no vmwp came with the container");
  const accounts = workers.map(({ owner }) => owner);
  const machines = accounts.flatMap((owner) => WORKER_ACCOUNT.exec(owner ?? "")?.[1]?.toLowerCase() ?? []);
  if (machines.length === 0) {
    return fail(
      `the account of vmwp is ${accounts[0] ?? `not told: ${workers[0]?.unreadable ?? "no reason"}`}`,
    );
  }
  const entry = entryOf(scene.hcs.systems, scene.id);
  const runtime = entry?.RuntimeId;
  if (typeof runtime !== "string") {
    const { failed } = scene.hcs.systems;
    const why = failed
      ? textOf(failed)
      : entry
        ? "HCS tells no RuntimeId"
        : "HCS does not list the container";
    return skip(`vmwp runs as ${accounts[0]}; it could not be compared with HCS: ${why}`);
  }
  if (!machines.includes(runtime.toLowerCase())) {
    return fail(`vmwp runs as ${machines.join(", ")}, but HCS calls the VM ${runtime}`);
  }
  return pass(`vmwp ${workers.map(({ pid }) => pid).join(", ")} runs as the VM ${runtime}`);
}

/** @param {SceneFacts} scene @returns {Verdict} */
export function nothingLeft({ removal, left }) {
  if (removal !== null) return fail(removal);
  if (left.length > 0)
    return fail(`still there: ${left.map(({ name, pid }) => `${name} ${pid}`).join(", ")}`);
  return pass("what came with the container went with it");
}
