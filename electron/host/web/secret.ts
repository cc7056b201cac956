import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 bits that nobody guesses, fit for URLs and headers. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Compares digests, so that neither length nor content shows in the time taken. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
