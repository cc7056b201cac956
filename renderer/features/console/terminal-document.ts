/**
 * xterm's DOM renderer writes text into style elements and `style` attributes, which the page's content policy refuses.
 * Elements made here take the same texts by ways the policy allows: constructed style sheets, and the style object.
 */
function lawful<E extends Element>(element: E): E {
  if (element instanceof HTMLStyleElement) adoptInstead(element);
  else if (element instanceof HTMLElement)
    Object.defineProperty(element, "setAttribute", { value: setAttribute });
  return element;
}

function setAttribute(this: HTMLElement, name: string, value: string): void {
  if (name === "style") this.style.cssText = value;
  else Element.prototype.setAttribute.call(this, name, value);
}

/** The element stays empty; what it is told goes into a sheet that lives as long as the element. */
function adoptInstead(element: HTMLStyleElement): void {
  const page = element.ownerDocument;
  const sheet = new CSSStyleSheet();
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  let css = "";
  Object.defineProperties(element, {
    textContent: {
      get: () => css,
      set: (text: string) => {
        css = text;
        sheet.replaceSync(text);
      },
    },
    remove: {
      value: () => {
        page.adoptedStyleSheets = page.adoptedStyleSheets.filter((one) => one !== sheet);
        Element.prototype.remove.call(element);
      },
    },
  });
}

const create: (this: Document, tag: string) => HTMLElement = Document.prototype.createElement;

const make = (page: Document, tag: string): HTMLElement => lawful(create.call(page, tag));

/** The page's document with lawful elements, for xterm's `documentOverride`. */
export function terminalDocument(page: Document): Document {
  return new Proxy(page, {
    get(target, name) {
      if (name === "createElement") return (tag: string) => make(target, tag);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}

/** xterm 6.0 makes its scroll bar's style element with the page's own document, once, while it opens. */
export function withLawfulElements<T>(page: Document, open: () => T): T {
  Object.defineProperty(page, "createElement", {
    configurable: true,
    value: (tag: string) => make(page, tag),
  });
  try {
    return open();
  } finally {
    Reflect.deleteProperty(page, "createElement");
  }
}
