import { z } from "zod";
import { readPort } from "../../web/serve-options.ts";
import { EXIT } from "../exit-codes.ts";
import { untilTold } from "../until-told.ts";
import { defineVerb } from "../verb.ts";

export const ServeOutput = z.object({ url: z.string() });

export const serve = defineVerb({
  name: "serve",
  summary: "serve the app to a browser on this machine, and to further commands, until Ctrl+C",
  options: {
    port: { type: "string", value: "N", says: "on this port; 0 is any free one" },
  },
  details: [
    "Prints the link to open, once it is there; it works once, for the first browser that opens it. What Isoscope itself",
    "started ends with it.",
  ],
  examples: ["isoscope serve", "isoscope serve --port 0 --json"],
  output: ServeOutput,
  run: async ({ values }, context) => {
    const served = await context.serve(values.port === undefined ? null : readPort(values.port));
    context.out(context.json ? JSON.stringify({ url: served.url }) : served.url);
    await untilTold(context.signal);
    await served.close();
    return EXIT.done;
  },
});
