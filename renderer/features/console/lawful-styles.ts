/*
 * xterm's DOM renderer writes text into style elements and into `style` attributes, and the page's content policy refuses
 * both. The same texts go by ways that the policy allows: constructed style sheets, and the style object. See decision 0014.
 */

const create: (this: Document, tag: string) => HTMLElement = Document.prototype.createElement;

/** Opens a terminal. It makes its three style elements meanwhile, with the page's own document. */
export function withLawfulStyles<T>(page: Document, open: () => T): T {
  takeSpanStyles();
  const createElement = (tag: string) => {
    const element = create.call(page, tag);
    if (element instanceof HTMLStyleElement) adoptInstead(element);
    return element;
  };
  Object.defineProperty(page, "createElement", { configurable: true, value: createElement });
  try {
    return open();
  } finally {
    Reflect.deleteProperty(page, "createElement");
  }
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

/** Colours of single cells come as `style` attributes of spans. For spans of the rest of the page nothing changes. */
function takeSpanStyles(): void {
  if (Object.hasOwn(HTMLSpanElement.prototype, "setAttribute")) return;
  Object.defineProperty(HTMLSpanElement.prototype, "setAttribute", {
    configurable: true,
    value: function setAttribute(this: HTMLSpanElement, name: string, value: string): void {
      if (name === "style") this.style.cssText = value;
      else Element.prototype.setAttribute.call(this, name, value);
    },
  });
}
