/** Reading documents whose shape nobody promises: what is not as expected reads as nothing. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const record = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Empty for anything but text. */
export const text = (value: unknown): string => (typeof value === "string" ? value : "");

export const field = (value: unknown, name: string): unknown => record(value)[name];
