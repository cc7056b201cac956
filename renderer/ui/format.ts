// Figures read the same on screens, in reports and on the command line.
export * from "../../electron/model/format.ts";
