import type { Socket } from "node:net";

/** vhost-user: request 1 (get features), version 1, no payload. Three little-endian words, as on x86. */
const GET_FEATURES = Buffer.from(Uint32Array.of(1, 1, 0).buffer);

/**
 * Asks a vhost-user server for its features. True once it has answered, which virtiofsd does only after it has locked
 * itself into its folder; false when it hangs up instead.
 */
export function answersVhostUser(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once("data", (answer) => resolve(answer.length >= GET_FEATURES.length));
    socket.once("close", () => resolve(false));
    socket.resume();
    socket.write(GET_FEATURES);
  });
}
