import type { Container } from "../../../electron/contract/container.ts";

/** A running container with the same image and command in the other isolation, if there is one. */
export function otherMode(container: Container, all: Iterable<Container>): Container | null {
  for (const other of all) {
    const sameThing = other.image.ref === container.image.ref && other.command === container.command;
    const otherWall = other.isolation !== null && other.isolation !== container.isolation;
    if (sameThing && otherWall && other.state === "running") return other;
  }
  return null;
}
