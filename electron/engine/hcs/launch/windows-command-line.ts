/** What forces quotes. A Windows program splits its own command line at blanks. */
const NEEDS_QUOTES = /^$|[ \t\n\v"]/;

/**
 * The command line that Windows programs split into exactly these arguments (the rules of CommandLineToArgvW): inside
 * quotes backslashes count only before a quote, where they are doubled. The first argument, the program, is read by
 * simpler rules, without escapes: a quote cannot be part of it.
 */
export function windowsCommandLine(argv: readonly string[]): string {
  const [program = "", ...rest] = argv;
  return [quoteProgram(program), ...rest.map(quoteArgument)].join(" ");
}

const quoteProgram = (program: string): string => {
  const plain = program.replaceAll('"', "");
  return NEEDS_QUOTES.test(plain) ? `"${plain}"` : plain;
};

function quoteArgument(argument: string): string {
  if (!NEEDS_QUOTES.test(argument)) return argument;
  const escaped = argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, "$1$1");
  return `"${escaped}"`;
}
