/** The window's own scheme and its one host; the page is {@link APP_URL}. */
export const APP_SCHEME = "app";
const APP_HOST = "isoscope";
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`;

/** Whether a URL belongs to the app's own page. Anything that is not a URL does not. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST;
}
