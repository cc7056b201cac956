// The platform's words are the same on screens, in reports and on the command line.
export * from "../../electron/model/words.ts";
