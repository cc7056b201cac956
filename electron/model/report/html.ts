/** Text that is markup already. Only {@link html} and {@link raw} make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** For what this program wrote itself, never for what a container or a host told. */
export const raw = (text: string): Html => new Html(text);

export const NOTHING: Html = raw("");

export const join = (parts: readonly Html[]): Html => raw(parts.map(({ text }) => text).join(""));

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Everything put in is text unless it is {@link Html}. Control characters and halves of characters, which HTML forbids, show as "�". */
export function html(strings: TemplateStringsArray, ...values: readonly (Html | string | number)[]): Html {
  const parts = strings.map((fixed, index) => fixed + toText(values[index]));
  return raw(parts.join(""));
}

function toText(value: Html | string | number | undefined): string {
  if (value instanceof Html) return value.text;
  return String(value ?? "")
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, "\uFFFD")
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? character);
}
