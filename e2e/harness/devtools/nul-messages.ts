import { StringDecoder } from "node:string_decoder";

/** Cuts a byte stream into the texts between NUL bytes, however its chunks fall. */
export function nulMessages(onMessage: (text: string) => void): (chunk: Buffer) => void {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  return (chunk) => {
    const parts = (rest + decoder.write(chunk)).split("\0");
    rest = parts.pop() ?? "";
    for (const part of parts) onMessage(part);
  };
}
