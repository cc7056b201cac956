import { z } from "zod";
import { lenient } from "./parse-document.ts";

/** Of the event SystemExited. Before schema 2.2 it has only the status. */
export const SystemExitStatus = z.object({
  /** HRESULT. */
  Status: lenient(z.number().int()),
  ExitType: lenient(z.string()),
});
