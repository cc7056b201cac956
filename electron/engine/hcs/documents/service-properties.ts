import { z } from "zod";
import { lenient, readable } from "./parse-document.ts";

/** Sent to HcsGetServiceProperties. */
export const ServiceQuery = z.strictObject({ PropertyTypes: z.array(z.enum(["Basic"])).readonly() });

const SchemaVersion = z.object({ Major: z.number().int(), Minor: z.number().int() });
type SchemaVersion = z.output<typeof SchemaVersion>;

const Basic = z.object({ SupportedSchemaVersions: lenient(readable(SchemaVersion)) });

/** Answer of HcsGetServiceProperties. */
export const ServiceProperties = z.object({ Properties: lenient(readable(Basic)) });

/** The newest schema the host takes, e.g. "2.6"; null when it does not tell. A version A.X means all of A.0 to A.X. */
export function newestSchema({ Properties }: z.output<typeof ServiceProperties>): string | null {
  const versions = (Properties ?? []).flatMap((basic) => basic.SupportedSchemaVersions ?? []);
  const newest = versions.reduce<SchemaVersion | null>(
    (best, each) => (best && rank(best) >= rank(each) ? best : each),
    null,
  );
  return newest && `${newest.Major}.${newest.Minor}`;
}

const rank = ({ Major, Minor }: SchemaVersion): number => Major * 1_000 + Minor;
