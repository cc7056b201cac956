import { z } from "zod";
import { APP_VERSION } from "../../app-version.ts";
import { EXIT } from "../exit-codes.ts";
import { defineVerb } from "../verb.ts";

export const version = defineVerb({
  name: "version",
  summary: "print the version",
  options: {},
  examples: ["isoscope version"],
  output: z.object({ version: z.string() }),
  run: async (_given, { json, out }) => {
    out(json ? JSON.stringify({ version: APP_VERSION }) : `isoscope ${APP_VERSION}`);
    return EXIT.done;
  },
});
