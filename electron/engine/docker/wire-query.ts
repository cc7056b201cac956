type QueryValue = string | number | boolean | readonly string[] | undefined;

/** Query parameters; a list repeats its name, `undefined` leaves it out, booleans are 1 and 0. */
export type Query = Readonly<Record<string, QueryValue>>;

const asText = (value: string | number | boolean): string =>
  typeof value === "boolean" ? (value ? "1" : "0") : String(value);

/** `?a=1&b=2`, or "" when there is nothing to say. */
export function queryString(query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const values = typeof value === "object" ? value : [asText(value)];
    return values.map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`);
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
