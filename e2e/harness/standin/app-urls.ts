/** A top-level domain reserved for names that never resolve. */
const DOMAIN = ".standin.invalid";

/**
 * Chromium knows no scheme of the app's own, so `app://host/` is `https://host.app.standin.invalid/` there: a secure origin
 * of its own, as a privileged scheme is. Nothing of it ever leaves: its requests are answered before a name is looked up.
 */
export function toChromium(url: string, schemes: ReadonlySet<string>): string {
  const [, scheme = "", host = "", rest = ""] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  return schemes.has(scheme) ? `https://${host}.${scheme}${DOMAIN}${rest}` : url;
}

/** The URL as the app knows it. */
export function toApp(url: string, schemes: ReadonlySet<string>): string {
  const [, host = "", rest = ""] = /^https:\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  if (!host.endsWith(DOMAIN)) return url;
  const labels = host.slice(0, -DOMAIN.length).split(".");
  const scheme = labels.pop() ?? "";
  return schemes.has(scheme) ? `${scheme}://${labels.join(".")}${rest}` : url;
}

/** The app's scheme of a URL of Chromium's; null for the wide world's. */
export function appScheme(url: string, schemes: ReadonlySet<string>): string | null {
  const own = toApp(url, schemes);
  return own === url ? null : own.slice(0, own.indexOf(":"));
}
